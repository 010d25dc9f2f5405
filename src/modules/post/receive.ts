import { sql } from "kysely"
import type { CalendarReply } from "../../kernel/calendar/read.ts"
import { record } from "../../kernel/command.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import { event } from "../../kernel/event.ts"
import { system } from "../../kernel/job.ts"
import { announce } from "../../kernel/live.ts"
import type { BouncedRecipient } from "../../kernel/mail/bounce.ts"
import { type Inbound, readInbound } from "../../kernel/mail/inbound.ts"
import type { Circumstances, OrganisationId } from "../../kernel/rule.ts"
import type { Sending } from "./composers.ts"
import { idOfToken } from "./queue.ts"
import { calendarHandler, copyHandler, handlerOf } from "./replies.ts"

export const letterBounced = event<{ sendingId: string; meetingId: string | null }>()("sendings.bounced")

/** What was done with a message: `unknown` is about no letter of ours, `again` was already taken. */
export type Received = Inbound["kind"] | "unknown" | "again"

/**
 * Takes one message of the mailbox: a bounce goes to its letter, an answer to whoever wrote the letter's kind, a calendar's
 * answer to the meeting; a copy to whoever keeps that address. `key` names the message in the mailbox: handed over twice, it counts once.
 */
export const receiveMail = async (
  { raw, key }: { raw: Uint8Array; key: string },
  { db, equipment, now = Temporal.Now.instant() }: { db: Db; equipment: Equipment; now?: Temporal.Instant },
): Promise<Received> => {
  const message = await readInbound(raw, { domain: equipment.office.domain })
  const sendingId = message.token && idOfToken(message.token)
  const copied = message.token && (await copyHandler()?.organisationOf(message.token, { db, equipment }))
  const organisation =
    copied || (sendingId && (await organisationOf(sendingId, db))) || (await organisationByCalendar(message, db))
  if (!organisation) return "unknown"
  const received = await inOrganisation(db, organisation, async (tx): Promise<Received> => {
    const given = { ...equipment, actor: system(organisation), db: tx, now }
    const isNew = await noted({ key, kind: message.kind, sendingId: sendingId ?? null }, given)
    if (!isNew) return "again"
    if (copied) {
      await copyHandler()!.handle(message, given)
      return message.kind
    }
    const sending = sendingId
      ? ((await tx.selectFrom("sendings").selectAll().where("id", "=", sendingId).executeTakeFirst()) as
          | Sending
          | undefined)
      : undefined
    await heard(message, sending, given)
    return message.kind
  })
  announce(equipment, organisation, "sendings")
  return received
}

const heard = async (message: Inbound, sending: Sending | undefined, given: Circumstances): Promise<void> => {
  if (message.kind === "calendar_reply") {
    const { reply, is_disowned } = message
    await calendarHandler()?.handle({ reply, sending, from: message.from?.address.toLowerCase(), is_disowned }, given)
  } else if (message.kind === "bounce") {
    if (sending) await bounced(sending, message.recipients, given)
  } else if (sending) await handlerOf(sending.kind)?.({ sending, message }, given)
}

const bounced = async (sending: Sending, recipients: readonly BouncedRecipient[], given: Circumstances) => {
  const failed = recipients.find(({ delivery }) => delivery === "failed")
  // "Delayed, still trying" is no news: the relay goes on by itself.
  if (!failed || !["accepted", "unknown"].includes(sending.state)) return
  await given.db
    .updateTable("sendings")
    .set({
      state: "bounced",
      bounced_at: given.now,
      bounce: [failed.status, failed.diagnostic].filter(Boolean).join(" ").slice(0, 500),
    })
    .where("id", "=", sending.id)
    .execute()
  await record([letterBounced({ sendingId: sending.id, meetingId: sending.meeting_id })], given)
}

const noted = async (
  { key, kind, sendingId }: { key: string; kind: string; sendingId: string | null },
  { actor, db, now }: Circumstances,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("received_mails")
    .values({ organisation_id: actor.organisation, key, kind, sending_id: sendingId, received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const organisationOf = async (sendingId: string, db: Db): Promise<OrganisationId | undefined> => {
  const { rows } = await sql<{ id: OrganisationId | null }>`select organisation_of_sending(${sendingId}) as id`.execute(
    db,
  )
  return rows[0]!.id ?? undefined
}

const organisationByCalendar = async (message: Inbound, db: Db): Promise<OrganisationId | undefined> =>
  message.kind === "calendar_reply" ? calendarHandler()?.organisationOf(message.reply as CalendarReply, db) : undefined
