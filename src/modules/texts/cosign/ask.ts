import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, ids, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { mustSee } from "../../mandates/contract.ts"
import { kindOf } from "../kinds.ts"
import { mayWriteText } from "../may-write.ts"
import { findTextToChange } from "../seen.ts"
import { cosignaturesAsked } from "./events.ts"
import { stillToLeave } from "./find.ts"
import { type Cosigner, queueCosignLetters } from "./queue.ts"

/** Offers a validated text for signature, to ours and to elected of other groups, each by a link of their own. */
export const askCosignatures = command({
  name: "texts.askCosignatures",
  input: z.object({
    textId: z.uuid(),
    until: day(),
    personIds: ids(200).optional(),
    others: z
      .array(z.object({ name: line(200), quality: line(200).nullish(), email: z.email().max(254) }))
      .max(100)
      .optional(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, until, personIds = [], others = [] }, subject: text, ...given }) {
    const { actor, db, now } = given
    stillToLeave(text)
    if (!kindOf(text.kind).signed) refuse("texts.not_from_here")
    // Whoever holds the link reads the text in full.
    if (text.confidential) refuse("texts.cosign_confidential")
    if (Temporal.PlainDate.compare(until, dayOf(now)) < 0) invalid(["until"], "in_the_past")
    await mustSee(personIds, given)
    const asked = [
      ...(await ours(personIds, given)),
      ...others.map(({ name, quality, email }) => ({ person_id: null, name, quality: quality ?? null, email })),
    ]
    if (asked.length === 0) invalid(["personIds"], "required")
    const cosigners: Cosigner[] = asked.map((one) => ({ id: newId(), ...one }))
    await withoutThoseAsked(textId, cosigners, given)
    await db
      .insertInto("text_cosignatures")
      .values(
        cosigners.map((one) => ({
          organisation_id: actor.organisation,
          ...one,
          text_id: textId,
          asked_by: actor.personId,
          asked_at: now,
          until,
        })),
      )
      .execute()
    await queueCosignLetters(text, cosigners, given)
    return cosignaturesAsked({
      textId,
      bodyId: text.body_id,
      cosignatureIds: cosigners.map(({ id }) => id),
      until: until.toString(),
    })
  },
})

const ours = async (personIds: readonly string[], { db }: Circumstances) => {
  const { rows } = await sql<{ person_id: string; name: string; email: string | null }>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, nullif(trim(p.email), '') as email
      from people p where p.id = any(${[...personIds]}::uuid[]) order by p.folded collate "C", p.id`.execute(db)
  const lost = rows.filter(({ email }) => !email).map(({ name }) => name)
  if (lost.length > 0) refuse("texts.cosign_no_address", { names: lost.join(", ") })
  return rows.map(({ email, ...one }) => ({ ...one, quality: null, email: email! }))
}

// Asked twice, they would have two links, and could answer twice.
const withoutThoseAsked = async (textId: string, cosigners: readonly Cosigner[], { db }: Circumstances) => {
  const { rows } = await sql<{ name: string }>`
    select name from text_cosignatures
     where text_id = ${textId} and state in ('asked', 'signed')
       and lower(email) = any(${cosigners.map(({ email }) => email.toLowerCase())}::text[]) limit 1`.execute(db)
  const emails = cosigners.map(({ email }) => email.toLowerCase())
  const twice = rows[0]?.name ?? cosigners.find(({ email }, at) => emails.indexOf(email.toLowerCase()) < at)?.name
  if (twice) refuse("texts.cosign_asked_already", { name: twice })
}
