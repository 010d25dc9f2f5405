import { sql } from "kysely"
import { confide } from "../../../kernel/confide.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import { after } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { exchangeLogged, insertExchange } from "../../counterparts/contract.ts"
import { type LetterOrder, queueLetters } from "../../post/contract.ts"
import type { Text } from "../../texts/contract.ts"
import { mailingAdvances } from "../events.ts"
import { findAddressedToChange } from "../seen.ts"
import "./mail-line.ts"
import type { LineSaid } from "./tables.ts"

// Each lot is committed before the next: one sees how far it is, and what stops in the middle goes on from there.
const LOT = 100

type Line = {
  id: string
  counterpart_id: string | null
  person_id: string | null
  said: LineSaid
  tries: number
  email_today: string | null
}

export const advanceMailing = after(mailingAdvances, "make the letters that go to many", async ({ textId }, given) => {
  const text = await findAddressedToChange(textId, given)
  const mailing = await given.db.selectFrom("mailings").selectAll().where("text_id", "=", textId).executeTakeFirst()
  if (!text || !mailing?.started_at || mailing.done_at) return
  const { rows } = await sql<Line>`
    select l.id, l.counterpart_id, l.person_id, l.said, l.tries, coalesce(c.email, p.email) as email_today
      from mailing_lines l
      left join counterparts c on (c.organisation_id, c.id) = (l.organisation_id, l.counterpart_id)
      left join people p on (p.organisation_id, p.id) = (l.organisation_id, l.person_id)
     where l.text_id = ${textId} and l.state = 'waiting' order by l.place limit ${LOT} for update of l`.execute(
    given.db,
  )
  await made(text, rows, mailing.by_mail, given)
  if (rows.length === LOT) return record([mailingAdvances({ textId, bodyId: text.body_id })], given)
  await given.db.updateTable("mailings").set({ done_at: given.now }).where("text_id", "=", textId).execute()
})

const made = async (text: Text, lines: readonly Line[], byMail: boolean, given: Circumstances): Promise<void> => {
  const { db } = given
  const told = lines.map((line) => {
    // Tried again: an address that was mended meanwhile is taken.
    const email = line.tries > 0 ? (line.email_today ?? line.said.email) : line.said.email
    const means = byMail && email ? ("email" as const) : line.said.lines.length > 2 ? ("post" as const) : undefined
    return { ...line, means, address: means === "email" ? email! : line.said.lines.join("\n") }
  })
  const leaving = told.filter(({ means }) => means !== undefined)
  const sendingIds = await queueLetters(
    leaving.map(({ id, person_id, means, address }): LetterOrder => ({
      kind: "letter-line",
      bodyId: text.body_id,
      personId: person_id,
      means: means!,
      address,
      subject: text.confidential ? (text.reference ?? "—") : text.title,
      content: { text_id: text.id, line_id: id },
    })),
    given,
  )
  for (const [at, line] of leaving.entries())
    await db
      .updateTable("mailing_lines")
      .set({
        state: "made",
        sending_id: sendingIds[at]!,
        ...(line.means === "email" && line.address !== line.said.email
          ? { said: confide(given, text.confidential).doc({ ...line.said, email: line.address }) }
          : {}),
      })
      .where("id", "=", line.id)
      .execute()
  const without = told.filter(({ means }) => means === undefined).map(({ id }) => id)
  if (without.length > 0)
    await db.updateTable("mailing_lines").set({ state: "no_address" }).where("id", "in", without).execute()
  for (const line of leaving)
    if (line.counterpart_id && line.tries === 0) await logged(text, line.counterpart_id, given)
}

/** It stands among the exchanges of each, as a letter to one does. */
const logged = async (text: Text, counterpartId: string, given: Circumstances): Promise<void> => {
  const exchangeId = await insertExchange(
    {
      kind: "letter",
      on: text.lodged_on ?? dayOf(given.now),
      about: [text.reference, text.title].filter(Boolean).join(" · ").slice(0, 300),
      said: "",
      oursIds: [],
      theirsIds: [counterpartId],
      nextStep: null,
      nextOn: null,
      matterId: null,
      confidential: text.confidential,
      answerDue: null,
    },
    text.body_id,
    given,
  )
  await record(
    [exchangeLogged({ exchangeId, bodyId: text.body_id, counterpartIds: [counterpartId], ownerId: null })],
    given,
  )
}
