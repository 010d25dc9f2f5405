import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { markPosted } from "../../post/contract.ts"
import { leave } from "../../texts/contract.ts"
import { mailingAdvances, mailingPosted } from "../events.ts"
import { findAddressedToChange } from "../seen.ts"
import { isLeaving } from "../sending/is-leaving.ts"

type Mailed = NonNullable<Awaited<ReturnType<typeof findMailingToChange>>>

/** A letter that goes to many, locked. */
const findMailingToChange = async (textId: string, given: Circumstances) => {
  const text = await findAddressedToChange(textId, given)
  const mailing =
    text && (await given.db.selectFrom("mailings").selectAll().where("text_id", "=", textId).executeTakeFirst())
  return mailing && { ...text, mailing }
}

/** Sends a signed letter to all of them: made in the background, some at a time, while one sees how far it is. */
export const startMailing = command({
  name: "mailings.start",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findMailingToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ subject: text, input: _, ...given }) {
    isLeaving(text)
    if (text.mailing.started_at) refuse("mailings.already_started")
    await given.db.updateTable("mailings").set({ started_at: given.now }).where("text_id", "=", text.id).execute()
    return [mailingAdvances(about(text)), ...(text.state === "signed" ? [await leave(text, {}, given)] : [])]
  },
})

/** Those that did not arrive leave once more, to the address of today; those without address that have one now, too. */
export const retryMailing = command({
  name: "mailings.retry",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findMailingToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ subject: text, input: _, ...given }) {
    if (!text.mailing.done_at) refuse("mailings.not_done")
    const { rows } = await sql<{ id: string }>`
      update mailing_lines l set state = 'waiting', tries = l.tries + 1
       where l.text_id = ${text.id} and (l.state = 'no_address' or l.sending_id in (
         select s.id from sendings s where s.id = l.sending_id and s.state in ('refused', 'given_up', 'bounced', 'kept')))
       returning l.id`.execute(given.db)
    if (rows.length === 0) refuse("mailings.nothing_failed")
    await given.db.updateTable("mailings").set({ done_at: null }).where("text_id", "=", text.id).execute()
    return mailingAdvances(about(text))
  },
})

/** The printed ones were put in the post, that day. */
export const postMailing = command({
  name: "mailings.post",
  input: z.object({ textId: z.uuid(), on: day().nullish() }),
  find: ({ textId }, given) => findMailingToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ input: { on }, subject: text, ...given }) {
    const today = dayOf(given.now)
    if (on && Temporal.PlainDate.compare(on, today) > 0) invalid(["on"], "not_yet")
    const { rows } = await sql<{ id: string }>`
      select s.id from mailing_lines l join sendings s on (s.organisation_id, s.id) = (l.organisation_id, l.sending_id)
       where l.text_id = ${text.id} and s.means = 'post' and s.state = 'waiting'`.execute(given.db)
    if (rows.length === 0) refuse("letters.nothing_to_print")
    const at =
      !on || on.equals(today)
        ? given.now
        : on.toZonedDateTime({ timeZone: "Europe/Brussels", plainTime: "12:00" }).toInstant()
    await markPosted(
      rows.map(({ id }) => id),
      { db: given.db, now: at },
    )
    return mailingPosted({ ...about(text), count: rows.length })
  },
})

const about = ({ id, body_id }: Mailed) => ({ textId: id, bodyId: body_id })
