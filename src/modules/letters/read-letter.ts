import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import type { SendingState } from "../post/contract.ts"
import { addressLetter } from "./address.ts"
import { findSeenLetter, type LetterText } from "./seen.ts"
import { mailLetter } from "./sending/mail.ts"
import { printLetter, unprintLetter } from "./sending/print.ts"

export type LetterSending = {
  id: string
  means: "email" | "post"
  address: string
  state: SendingState
  server_answer: string | null
  bounce: string | null
  queued_at: Temporal.Instant
  sent_at: Temporal.Instant | null
}

/** What makes a letter of a text: whom it is for, what is joined, how it left, what is awaited. Null for a text of another kind. */
export const readLetter = read({
  name: "letters.read",
  input: z.object({ textId: z.uuid() }),
  find: async ({ textId }, given) => findSeenLetter(textId, given),
  allow: isSignedIn,
  async run({ subject: text, input: _, ...given }) {
    const { letter } = text
    const body = (await findBodyEvenClosed(text.body_id, given.db))!
    return {
      text: { id: text.id, body_id: text.body_id, state: text.state, title: text.title, has_words: text.signs > 0 },
      country: body.country,
      letter: letter ? await shown(text, letter, given) : null,
      /** To how many it goes, when it goes to many. */
      many: await manyOf(text.id, given),
      papers: await papersOf(text.id, given),
      sendings: await sendingsOf(text.id, given),
      may: await may({ ...text, letter: letter! }, [addressLetter, mailLetter, printLetter, unprintLetter], given),
    }
  },
})

const shown = async (text: LetterText, letter: NonNullable<LetterText["letter"]>, { db }: Circumstances) => {
  const ids = [letter.outside_id, letter.contact_id].filter((id) => id !== null)
  const { rows } = ids.length
    ? await sql<{ id: string; name: string }>`
        select c.id, concat_ws(' ', c.given_name, c.name) as name from counterparts c where c.id = any(${ids}::uuid[])`.execute(
        db,
      )
    : { rows: [] }
  const named = (id: string | null) => rows.find((one) => one.id === id)?.name ?? null
  return {
    ...letter.said,
    outside_id: letter.outside_id,
    outside_name: named(letter.outside_id),
    contact_id: letter.contact_id,
    contact_name: named(letter.contact_id),
    by_hand: letter.by_hand,
    answer_due: letter.answer_due,
    answered_on: letter.answered_on,
    answers_id: letter.answers_id,
    exchange_id: letter.exchange_id,
    has_picture: letter.signature !== null,
    by_order: text.signed_by !== null && text.author_id !== null && text.signed_by !== text.author_id,
  }
}

const manyOf = async (textId: string, { db }: Circumstances): Promise<number | null> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mailing_lines where text_id = ${textId}`.execute(db)
  return rows[0]!.count || null
}

const papersOf = async (textId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ fileId: string; name: string; bytes: number; type: string }>`
    select f.id as "fileId", f.name, f.bytes::float8 as bytes, f.type
      from letter_papers k join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
     where k.text_id = ${textId} order by k.place`.execute(db)
  return rows
}

const sendingsOf = async (textId: string, { db }: Circumstances): Promise<LetterSending[]> => {
  const { rows } = await sql<LetterSending>`
    select s.id, s.means, s.address, s.state, s.server_answer, s.bounce, s.queued_at, s.sent_at
      from letter_sendings k join sendings s on (s.organisation_id, s.id) = (k.organisation_id, k.sending_id)
     where k.text_id = ${textId} and s.state <> 'withdrawn' order by s.queued_at desc`.execute(db)
  return rows
}
