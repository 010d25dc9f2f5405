import { hash } from "node:crypto"
import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import type { Inbound } from "../../../kernel/mail/inbound.ts"
import type { Mailbox } from "../../../kernel/mail/message.ts"
import { tokenInAddress } from "../../../kernel/mail/token.ts"
import type { Circumstances, OrganisationId } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { type CopyHandler, onCopy } from "../../post/contract.ts"
import { exchangeLogged, mailReceived } from "../events.ts"
import { insertExchange } from "../exchanges/log.ts"
import { bodyOfToken, isOurs } from "./address.ts"

/**
 * A mail that one of ours sends to somebody outside with the address of the file in copy is an exchange: its subject and its
 * words, never what was joined to it. With whom is told by the addresses; where the file knows none, the mail waits for who keeps
 * the file. Whoever does not read the file writes nothing into it: their copies are let go, and so are those of strangers.
 */
export const heardCopy = async (message: Inbound, given: Circumstances): Promise<void> => {
  // Those outside see the address in copy, and anybody can write a sender's name: what its own server disowns is not ours.
  if (message.kind !== "human" || message.is_disowned || !message.token || !message.from) return
  if (!isOurs(message.token, given.actor.organisation, given.secret)) return
  const body = await findBody(bodyOfToken(message.token)!, given.db)
  const personId = body && (await readerOf(body.id, message.from.address, given))
  if (!personId) return
  const mine: Circumstances = { ...given, actor: { ...given.actor, via: "link", personId } }
  const outside = message.to.filter(({ address }) => !isOffice(address, given))
  const known = await knownOf(body.id, outside, mine)
  const messageId = message.message_id ?? hash("sha256", `${message.subject}\n${message.text}`)
  if (await isThere(body.id, messageId, given)) return
  const on = earlier(message.at ? dayOf(message.at, body.zone) : null, dayOf(given.now, body.zone))
  const about = oneLine(message.subject)
  const said = message.text.trim().slice(0, 20_000)
  if (known.length === 0) {
    if (outside.length === 0) return
    const mailId = newId()
    await given.db
      .insertInto("exchange_mails")
      .values({
        organisation_id: given.actor.organisation,
        id: mailId,
        body_id: body.id,
        person_id: personId,
        message_id: messageId,
        on_day: on,
        subject: about,
        said,
        addresses: outside.slice(0, 20).map(({ address }) => address),
        names: outside.slice(0, 20).map(({ name }) => name ?? ""),
        received_at: given.now,
      })
      .execute()
    return record([mailReceived({ mailId, bodyId: body.id, personId })], mine)
  }
  const told = { kind: "mail", on, about, said, oursIds: [personId], theirsIds: known, confidential: false } as const
  const exchangeId = await insertExchange({ ...told, oursIds: [personId] }, body.id, mine, messageId)
  await record([exchangeLogged({ exchangeId, bodyId: body.id, counterpartIds: known, ownerId: null })], mine)
}

/** Who of ours has this address and reads the file today. Of two who share a mailbox, the first: the exchange says who, and is corrected. */
const readerOf = async (bodyId: string, address: string, { db, now }: Circumstances): Promise<string | undefined> => {
  const { rows: people } = await sql<{ id: string }>`
    select p.id from people p where lower(p.email) = ${address.toLowerCase()} and p.left_on is null order by p.id limit 10`.execute(
    db,
  )
  for (const { id } of people) {
    const { rows } = await sql`
      select from (${bodiesWhere("counterparts.read", id, dayOf(now))}) as theirs where body_id = ${bodyId} limit 1`.execute(
      db,
    )
    if (rows.length > 0) return id
  }
  return undefined
}

/** Counterparts of the file at these addresses; where two share one, the people before their organisation. */
const knownOf = async (bodyId: string, to: readonly Mailbox[], { db }: Circumstances): Promise<string[]> => {
  const addresses = to.map(({ address }) => address.toLowerCase())
  const { rows } = await sql<{ id: string }>`
    select distinct on (lower(c.email)) c.id from counterparts c
     where c.body_id = ${bodyId} and c.ended_on is null and lower(c.email) = any(${addresses}::text[])
     order by lower(c.email), c.nature desc, c.id limit 50`.execute(db)
  return rows.map(({ id }) => id)
}

const isThere = async (bodyId: string, messageId: string, { db }: Circumstances): Promise<boolean> => {
  const { rows } = await sql`
    select from exchanges where body_id = ${bodyId} and message_id = ${messageId}
    union all select from exchange_mails where body_id = ${bodyId} and message_id = ${messageId}`.execute(db)
  return rows.length > 0
}

// The office itself, with whatever stands after its plus.
const isOffice = (address: string, { office }: Circumstances) =>
  tokenInAddress(address) !== undefined || address.toLowerCase() === office.from.address.toLowerCase()

// A clock that runs ahead must not put an exchange into the future.
const earlier = (said: Temporal.PlainDate | null, today: Temporal.PlainDate) =>
  said && Temporal.PlainDate.compare(said, today) < 0 && said.year >= 1990 ? said : today

const oneLine = (subject: string): string => subject.replaceAll(/\s+/g, " ").trim().slice(0, 300) || "—"

const copies: CopyHandler = {
  async organisationOf(token, { db, equipment }) {
    const bodyId = bodyOfToken(token)
    if (!bodyId) return undefined
    const { rows } = await sql<{ id: OrganisationId | null }>`select organisation_of_body(${bodyId}) as id`.execute(db)
    const organisation = rows[0]!.id
    return organisation && isOurs(token, organisation, equipment.secret) ? organisation : undefined
  },
  handle: heardCopy,
}
onCopy(copies)
