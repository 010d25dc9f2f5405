import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances } from "../../../kernel/rule.ts"
import { bookFormats } from "../../../kernel/typeset/book-paper.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { isThemselves } from "../../people/contract.ts"
import { findSeenSitting } from "../seen.ts"
import { bookAsked } from "./events.ts"
import type { BookRow } from "./tables.ts"

/** The book of a sitting is made: for oneself, by whoever prepares the sitting also for another of ours, or one for all. */
export const makeBook = command({
  name: "sittings.makeBook",
  input: z.object({
    sittingId: z.uuid(),
    /** Null: one for all, in which nothing is confidential. */
    readerId: z.uuid().nullable(),
    format: z.enum(bookFormats).default("paper"),
    big: z.boolean().default(false),
    onlyMine: z.boolean().default(false),
    withPapers: z.boolean().default(false),
  }),
  async find({ sittingId, readerId }, given) {
    const sitting = await findSeenSitting(sittingId, given)
    return sitting && { ...sitting, person_id: readerId ?? "" }
  },
  allow: anyOf<{ body_id: string; person_id: string }>(holds("sittings.manage"), isThemselves),
  async run({ input, subject: sitting, ...given }) {
    await mustSee([input.readerId], given)
    if (input.onlyMine && !input.readerId) invalid(["onlyMine"], "nobody")
    const bookId = await insertBook(
      {
        sitting_id: sitting.id,
        reader_id: input.readerId,
        format: input.format,
        big: input.big,
        only_mine: input.onlyMine,
        with_papers: input.withPapers,
        root_id: null,
      },
      given,
    )
    return bookAsked({ bookId, sittingId: sitting.id, bodyId: sitting.body_id })
  },
})

export const insertBook = async (
  said: Pick<BookRow, "sitting_id" | "reader_id" | "format" | "big" | "only_mine" | "with_papers" | "root_id">,
  { actor, db, now }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("sitting_books")
    .values({
      ...said,
      organisation_id: actor.organisation,
      id,
      confidential: readsAll(said.reader_id, actor),
      language: actor.language,
      asked_by: actor.personId,
      asked_at: now,
      state: "asked",
      prints: null,
    })
    .execute()
  return id
}

/** Only who asks for themselves, with all their rights, is given what not all may read: the copy is made later, by nobody's session. */
export const readsAll = (readerId: string | null, actor: Circumstances["actor"]): boolean =>
  readerId !== null && readerId === actor.personId && !actor.only && !actor.awaitsSecondFactor
