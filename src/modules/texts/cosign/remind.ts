import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command, record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { mayWriteText } from "../may-write.ts"
import { findTextToChange, type Text } from "../seen.ts"
import { cosignersReminded } from "./events.ts"
import { stillToLeave } from "./find.ts"
import { type Cosigner, queueCosignLetters } from "./queue.ts"

/** Writes again to those who have not answered, at most once a day to each. */
export const remindCosigners = command({
  name: "texts.remindCosigners",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId }, subject: text, ...given }) {
    stillToLeave(text)
    const cosignatureIds = await reminded(text, given)
    if (cosignatureIds.length === 0) refuse("texts.nobody_to_remind")
    return cosignersReminded({ textId, bodyId: text.body_id, cosignatureIds })
  },
})

const reminded = async (text: Pick<Text, "id" | "body_id" | "title">, given: Circumstances): Promise<string[]> => {
  const { rows } = await sql<Pick<Cosigner, "id" | "person_id" | "email">>`
    update text_cosignatures set reminded_at = ${given.now}
     where text_id = ${text.id} and state = 'asked' and email is not null and until >= ${dayOf(given.now)}::date
       and coalesce(reminded_at, asked_at) < ${given.now.subtract({ hours: 20 })}
    returning id, person_id, email`.execute(given.db)
  await queueCosignLetters(text, rows, given, true)
  return rows.map(({ id }) => id)
}

/** Two days before the last one, by itself, those whom nobody reminded; a month after it, addresses of people outside are let go of. */
export const cosignEachMorning: Schedule = {
  name: "remind cosigners, forget their addresses",
  cron: "40 6 * * *",
  run: async (given) => {
    const today = dayOf(given.now)
    const { rows } = await sql<Pick<Text, "id" | "body_id" | "title">>`
      select distinct w.id, w.body_id, w.title from text_cosignatures c
        join texts w on (w.organisation_id, w.id) = (c.organisation_id, c.text_id)
       where c.email is not null and c.until between ${today}::date and ${today.add({ days: 2 })}::date
         and c.state = 'asked' and c.reminded_at is null and w.state in ('validated', 'signed')`.execute(given.db)
    for (const text of rows) {
      const cosignatureIds = await reminded(text, given)
      if (cosignatureIds.length > 0)
        await record([cosignersReminded({ textId: text.id, bodyId: text.body_id, cosignatureIds })], given)
    }
    await sql`update text_cosignatures set email = null
      where email is not null and person_id is null and until < ${today.subtract({ days: 30 })}::date`.execute(given.db)
  },
}
