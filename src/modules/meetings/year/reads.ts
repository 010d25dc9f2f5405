import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Waiting } from "../../../kernel/waiting.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { findBodyEvenClosed, type OpenOccasion } from "../../bodies/contract.ts"
import { bodiesWhere, isOfBody } from "../../mandates/contract.ts"
import { sql } from "kysely"
import { occasionsOf } from "./occasions.ts"
import { dismissOccasion } from "./dismiss.ts"
import { takeOccasion } from "./take.ts"

/** What the year of a body asks for now, with the meetings in preparation that could take it up. */
export const readYear = read({
  name: "year.read",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    const { db, actor, now } = given
    const spoken = actor.language === "en" ? "en" : "fr"
    const types = await db.selectFrom("meeting_types").select(["key", "name"]).where("body_id", "=", body.id).execute()
    const meetings = await db
      .selectFrom("meetings")
      .select(["id", "title", "starts"])
      .where("body_id", "=", body.id)
      .where("state", "=", "preparing")
      .where("outside", "=", false)
      .where("starts", ">=", dayOf(now, body.zone).toPlainDateTime())
      .orderBy("starts")
      .limit(30)
      .execute()
    const open = body.closed_on ? [] : await occasionsOf(body, given)
    return {
      rows: open.map(({ occasion, from, to, because_of, meeting_id, dismissed }) => ({
        key: occasion.key,
        title: occasion.title[spoken],
        from,
        to,
        because_of: because_of?.day ?? null,
        /** What made it due; of an election the law may know the month alone. */
        because: because_of && reasonOf(because_of, occasion.window.kind),
        meeting_id,
        dismissed: dismissed?.reason ?? null,
        type_name: types.find(({ key }) => key === occasion.meeting_type)?.name ?? null,
        items: occasion.items.map(({ title, purpose, minutes }) => ({ title: title[spoken], purpose, minutes })),
      })),
      meetings,
      may: await may(body, [takeOccasion, dismissOccasion], given),
    }
  },
})

type Reason = "terms" | "congress" | `${"" | "after_"}election${"" | "_month"}`

const reasonOf = ({ kind, is_month }: NonNullable<OpenOccasion["because_of"]>, window: string): Reason => {
  if (kind === "terms" || kind === "congress") return kind
  return `${window === "after_day" ? "after_" : ""}election${is_month ? "_month" : ""}`
}

/** On the Today page of whoever prepares meetings: what the year asks for and no meeting has taken up. */
export const yearWaiting = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const { rows } = await sql<{ id: string; profile: string; zone: string }>`
    select id, profile, zone from bodies
     where closed_on is null and id in (${bodiesWhere("meetings.prepare", actor.personId!, dayOf(now))})`.execute(db)
  const waiting: Waiting[] = []
  for (const body of rows)
    for (const { occasion, to, meeting_id, dismissed } of await occasionsOf(body, given))
      if (!meeting_id && !dismissed)
        waiting.push({
          key: "meetings.waiting.year",
          act: "meetings.waiting.year.act",
          facts: { title: occasion.title[actor.language === "en" ? "en" : "fr"], until: to.toString() },
          at: `/reunions/annee?instance=${body.id}#${occasion.key}`,
          due: to,
          body_id: body.id,
          optional: true,
        })
  return waiting
}
