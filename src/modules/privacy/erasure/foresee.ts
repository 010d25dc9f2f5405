import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { wouldErase } from "../../../kernel/held-of.ts"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { format } from "../../../kernel/words/words.ts"
import { holdsForPerson } from "../../mandates/contract.ts"
import { findSubject } from "../subject.ts"
import { erasePerson } from "./erase.ts"
import { inOffice } from "./in-office.ts"

/** What an erasure would delete, empty and keep, before anybody decides. What stays names nobody any more. */
export const foreseeErasure = read({
  name: "privacy.foreseeErasure",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, given) => findSubject(personId, given),
  allow: holdsForPerson("privacy.manage"),
  async run({ subject, input: _, ...given }) {
    const fates = await wouldErase(subject.person_id, given)
    return {
      person: { id: subject.person_id, name: subject.name },
      fates: fates.map((one) => ({ ...one, title: format(given.actor.language, one.key) })),
      /** Functions that would be left without anybody: they end first. */
      in_office: await inOffice(subject.person_id, given),
      minutes: await minutesOf(subject.person_id, given),
      may: await may(subject, [erasePerson], given),
    }
  },
})

/** How many approved minutes name the person: they stay as they are, being the record of what was decided (article 17(3)(b)). */
const minutesOf = async (personId: string, { db, now }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct a.meeting_id)::int as count from attendances a
     where a.person_id = ${personId} and a.arrived_at <= ${dayOf(now).add({ days: 1 })}::date`.execute(db)
  return rows[0]!.count
}
