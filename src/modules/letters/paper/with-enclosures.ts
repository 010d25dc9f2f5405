import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import { join, JoinFailed, type ToJoin } from "../../../kernel/file/join/join.ts"
import { forPaper } from "../../../kernel/file/thumbnail.ts"
import type { FileStore } from "../../../kernel/file/store.ts"
import { Refusal, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type LettersPaper, letterPdf, type OneLetter } from "../../../kernel/typeset/letter-paper.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"

export type Enclosure = { name: string; type: string; hash: string; bytes: number }
/** `behind`: what is joined to each letter, in their order. */
export type ToPrintTogether = LettersPaper & { name: string; behind?: readonly (readonly Enclosure[])[] }

/** What is joined to letters, for each in this order. */
export const enclosuresOf = async (textIds: readonly string[], { db }: Circumstances): Promise<Enclosure[][]> => {
  const { rows } = await sql<Enclosure & { text_id: string }>`
    select k.text_id, f.name, f.type, f.hash, f.bytes::float8 as bytes
      from letter_papers k join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
     where k.text_id = any(${[...textIds]}::uuid[]) order by k.place`.execute(db)
  return textIds.map((id) => rows.filter(({ text_id }) => text_id === id))
}

/** More than that opens on no machine of a secretariat: a sheet says what is printed apart. */
const MOST_BYTES = 200_000_000

/**
 * Letters as one file to print: behind each what is joined to it, each on a sheet of its own. It is not the archival PDF of the letter,
 * which is what the mail carries: somebody else's pages are not ours to vouch for.
 */
export const pdfTogether = async (
  { behind = [], name: _, ...paper }: ToPrintTogether,
  files: FileStore,
  organisation: string,
): Promise<Uint8Array> => {
  if (behind.every((one) => one.length === 0)) return letterPdf(paper)
  const { tick, letters, ...house } = paper
  const parts: ToJoin[] = []
  let room = MOST_BYTES
  for (const run of runsOf(letters, behind)) {
    parts.push({ title: run.letters[0]!.subject, bytes: await letterPdf({ ...house, letters: run.letters }) })
    for (const one of run.behind) {
      room -= one.bytes
      const slip = say(languageOf(house.lang), "letters.paper.slip", { name: one.name })
      parts.push({ title: one.name, slip, ...(room < 0 ? { bytes: null } : await printable(one, files, organisation)) })
    }
  }
  if (tick) parts.push({ title: tick, bytes: await letterPdf({ ...house, letters: [], tick, ticked: letters }) })
  const [first, ...rest] = parts
  try {
    return (await join(first!.bytes!, rest, { sheets: true })).pdf
  } catch (problem) {
    if (problem instanceof JoinFailed) refuse("letters.not_joined")
    throw problem
  }
}

/** Letters that follow one another with nothing between them are typeset at once. */
const runsOf = (letters: readonly OneLetter[], behind: readonly (readonly Enclosure[])[]) => {
  const runs: { letters: OneLetter[]; behind: readonly Enclosure[] }[] = []
  for (const [at, letter] of letters.entries()) {
    const last = runs.at(-1)
    const mine = behind[at] ?? []
    if (last && last.behind.length === 0) Object.assign(last, { letters: [...last.letters, letter], behind: mine })
    else runs.push({ letters: [letter], behind: mine })
  }
  return runs
}

const printable = async (
  { type, hash }: Enclosure,
  files: FileStore,
  organisation: string,
): Promise<Pick<ToJoin, "bytes" | "as">> => {
  if (type === "application/pdf") return { bytes: await buffer(await files.get(organisation, hash)) }
  if (!/^image\/(png|jpeg|webp)$/.test(type)) return { bytes: null }
  try {
    return { as: "picture", bytes: await forPaper(await files.get(organisation, hash)) }
  } catch (problem) {
    if (problem instanceof Refusal) return { bytes: null }
    throw problem
  }
}
