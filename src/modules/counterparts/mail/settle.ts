import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { ids, line } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { bodiesWhere, holds } from "../../mandates/contract.ts"
import { counterpartAdded, exchangeLogged, mailDismissed } from "../events.ts"
import { insertExchange } from "../exchanges/log.ts"
import { insertCounterpart } from "../file/add.ts"
import { columnsOf, details } from "../file/fields.ts"
import { ofThisFile } from "../store.ts"
import { addressOfFile } from "./address.ts"

export type MailLine = {
  id: string
  by: string
  on_day: Temporal.PlainDate
  subject: string
  said: string
  addresses: string[]
  names: string[]
}

/** The mails in copy that wait for who keeps the file to say with whom they were, and the address to put in copy. */
export const listMails = read({
  name: "exchanges.mails",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("counterparts.read"),
  async run({ subject: body, input: _, ...given }) {
    const mayKeep = await holds("counterparts.manage")(body, given)
    const { rows } = mayKeep
      ? await sql<MailLine>`
          select m.id, p.given_name || ' ' || p.family_name as by, m.on_day, m.subject, m.said, m.addresses, m.names
            from exchange_mails m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
           where m.body_id = ${body.id} order by m.received_at, m.id limit 100`.execute(given.db)
      : { rows: [] }
    return { rows, address: addressOfFile(body.id, given) }
  },
})

/** With whom the mail was: some of the file, and somebody new at that address. It becomes an exchange of whoever wrote it. */
export const settleMail = command({
  name: "exchanges.settleMail",
  input: z.object({
    mailId: z.uuid(),
    /** Those of the file it was with; all of them have the one exchange. */
    counterpartIds: ids(50).default([]),
    /** Somebody new, at the first address of the mail. */
    name: line(200).nullish(),
    given_name: line(100).nullish(),
    nature: z.enum(["organisation", "person"]).default("person"),
  }),
  find: ({ mailId }, given) => findMail(mailId, given),
  allow: holds("counterparts.manage"),
  async run({ input, subject: mail, ...given }) {
    const { counterpartIds } = input
    if (counterpartIds.length === 0 && !input.name) invalid(["counterpartIds"], "required")
    await ofThisFile("counterpartIds", counterpartIds, mail.body_id, given)
    const added = !input.name
      ? null
      : await insertCounterpart(
          {
            ...columnsOf(
              details.parse({
                name: input.name,
                given_name: input.nature === "person" ? (input.given_name ?? null) : null,
                email: z.email().max(254).safeParse(mail.addresses[0]).data ?? null,
              }),
              input.nature,
            ),
            nature: input.nature,
          },
          mail.body_id,
          given,
        )
    const theirsIds = [...counterpartIds, ...(added ? [added] : [])]
    const mine: Circumstances = { ...given, actor: { ...given.actor, personId: mail.person_id } }
    const told = {
      on: mail.on_day,
      about: mail.subject,
      said: mail.said,
      theirsIds,
      confidential: false,
    }
    const exchangeId = await insertExchange(
      { ...told, kind: "mail", oursIds: [mail.person_id] },
      mail.body_id,
      mine,
      mail.message_id,
    )
    await given.db.deleteFrom("exchange_mails").where("id", "=", mail.id).execute()
    const logged = exchangeLogged({
      exchangeId,
      bodyId: mail.body_id,
      counterpartIds: theirsIds,
      ownerId: null,
    })
    return added ? [logged, counterpartAdded({ counterpartId: added, bodyId: mail.body_id })] : logged
  },
})

/** It was nobody the file is about. */
export const dismissMail = command({
  name: "exchanges.dismissMail",
  input: z.object({ mailId: z.uuid() }),
  find: ({ mailId }, given) => findMail(mailId, given),
  allow: holds("counterparts.manage"),
  async run({ subject: { id, body_id }, db }) {
    await db.deleteFrom("exchange_mails").where("id", "=", id).execute()
    return mailDismissed({ mailId: id, bodyId: body_id })
  },
})

const findMail = async (mailId: string, { actor, db, now }: Circumstances) => {
  const mail = await db.selectFrom("exchange_mails").selectAll().where("id", "=", mailId).forUpdate().executeTakeFirst()
  if (!mail || !actor.personId) return mail
  const { rows } = await sql`
    select from (${bodiesWhere("counterparts.read", actor.personId, dayOf(now))}) as theirs where body_id = ${mail.body_id} limit 1`.execute(
    db,
  )
  return rows.length > 0 ? mail : undefined
}
