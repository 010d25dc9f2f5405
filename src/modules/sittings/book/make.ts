import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import { json } from "../../../kernel/db.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bookPdf } from "../../../kernel/typeset/book-paper.ts"
import { TypesetFailed, TypesetUnavailable } from "../../../kernel/typeset/typeset.ts"
import { keepFile, sealBytes } from "../../documents/contract.ts"
import type { Sitting } from "../seen.ts"
import { changedSince, type Composed, compose, ORDER } from "./compose.ts"
import { join, JoinFailed, type Joined, type ToJoin } from "../../../kernel/file/join/join.ts"
import { type Material, materialOf } from "./material.ts"
import type { Book } from "./seen.ts"
import { lastPrintsOf } from "./stale.ts"
import type { Prints } from "./tables.ts"

/** Papers are joined up to here: a book of two thousand pages opens on no tablet. */
const MOST = { pages: 2000, bytes: 200_000_000 }

/** Makes a copy that was asked for, and keeps it as it is given. */
export const make = async (bookId: string, system: Circumstances): Promise<void> => {
  const { db } = system
  const book = await db
    .selectFrom("sitting_books")
    .selectAll()
    .where("id", "=", bookId)
    .where("state", "=", "asked")
    .forUpdate()
    .executeTakeFirst()
  if (!book) return
  const sitting = await db
    .selectFrom("sittings")
    .selectAll()
    .where("id", "=", book.sitting_id)
    .executeTakeFirstOrThrow()
  try {
    const { prints, joined, personal, left_out } = await made(book, sitting, asReader(book, system))
    const file_id = await keepFile(
      { bodyId: sitting.body_id, name: nameOf(book, sitting), content: joined.pdf, confidential: personal },
      system,
    )
    await sealBytes(system, sql<boolean>`t.id = ${file_id}`)
    await db
      .updateTable("sitting_books")
      .set({ state: "made", made_at: system.now, file_id, pages: joined.pages, left_out, prints: json(prints) })
      .where("id", "=", bookId)
      .execute()
  } catch (problem) {
    if (!(problem instanceof TypesetFailed || problem instanceof TypesetUnavailable || problem instanceof JoinFailed))
      throw problem
    system.print(`sitting book ${bookId}: ${problem.message}`)
    await db.updateTable("sitting_books").set({ state: "failed" }).where("id", "=", bookId).execute()
  }
}

/** Reads as whoever it is made for; where that is all, or somebody else, as whoever asked, and then nothing that not all may read. */
const asReader = ({ reader_id, asked_by, language }: Book, system: Circumstances): Circumstances => ({
  ...system,
  actor: { ...system.actor, personId: asked_by ?? reader_id, language },
})

const made = async (book: Book, sitting: Sitting, given: Circumstances) => {
  const material = await materialOf(sitting, book.reader_id ? [book.reader_id] : [], given)
  const composed = compose(material, book, given)
  if (book.root_id) return updated(book, sitting, composed, given)
  const { papers, left_out } = book.with_papers
    ? await papersOf(material, composed, given)
    : { papers: [], left_out: 0 }
  const joined = await join(await bookPdf(composed.paper), papers)
  return {
    joined,
    personal: composed.personal,
    prints: printsOf(composed, joined),
    left_out: left_out + joined.refused.length,
  }
}

const updated = async (book: Book, sitting: Sitting, composed: Composed, given: Circumstances) => {
  const before = (await lastPrintsOf([book.root_id!], given)).get(book.root_id!)!
  const changed = changedSince(composed, before.prints, {
    asked_at: before.asked_at.toString(),
    zone: sitting.zone,
    language: book.language,
  })
  const prints: Prints = Object.fromEntries(
    [...composed.hashes].map(([key, hash]) => [
      key,
      { hash, from: before.prints[key]?.from ?? null, to: before.prints[key]?.to ?? null },
    ]),
  )
  const joined = await join(await bookPdf(changed?.paper ?? composed.paper), [])
  return { joined, personal: composed.personal, prints, left_out: 0 }
}

/** On which pages each part stands: from its bookmark to the one before the next. */
const printsOf = ({ paper, hashes }: Composed, { starts, own }: Joined): Prints =>
  Object.fromEntries(
    [ORDER, ...paper.items.map(({ id }) => id)].map((key, index) => [
      key,
      { hash: hashes.get(key)!, from: starts[index] ?? null, to: (starts[index + 1] ?? own + 1) - 1 },
    ]),
  )

const papersOf = async ({ papers }: Material, { paper }: Composed, { actor, files }: Circumstances) => {
  const found: ToJoin[] = []
  let [pages, bytes, left_out] = [0, 0, 0]
  for (const item of paper.items)
    for (const one of papers.filter(({ item_id }) => item_id === item.id)) {
      pages += one.pages ?? 0
      bytes += Number(one.bytes)
      const fits =
        one.type === "application/pdf" && one.state !== "encrypted" && pages <= MOST.pages && bytes <= MOST.bytes
      if (!fits) left_out++
      else
        found.push({
          title: [item.number, one.name].filter(Boolean).join(" · "),
          bytes: await buffer(await files.get(actor.organisation, one.hash)),
        })
    }
  return { papers: found, left_out }
}

const nameOf = ({ root_id }: Book, { title, starts }: Sitting) =>
  `${root_id ? "Pages à remplacer" : "Livret"} - ${title.replaceAll(/[/\\:*?"<>|]+/g, " ").slice(0, 120)} - ${starts.toPlainDate().toString()}.pdf`
