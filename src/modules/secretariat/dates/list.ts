import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import {
  findBodyEvenClosed,
  type KeyDate,
  keyDatesOf,
  knownDays,
  type Profile,
  profiles,
} from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { addKeyDate } from "./set.ts"

/** The days a body knows beforehand, its own and those of the bodies above, and the days of elections its country fixes. */
export const listKeyDates = read({
  name: "dates.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("bodies.manage")),
  async run({ subject: body, ...given }) {
    const today = dayOf(given.now, body.zone)
    const dates = await keyDatesOf(body.id, today, given.db)
    const profile = profiles[body.profile as keyof typeof profiles]
    return {
      dates: dates.map(({ body_id, body_name, ...date }) => ({
        ...date,
        from: body_id === body.id ? null : body_name,
      })),
      by_law: stillByLaw(profile?.elections ?? [], dates, today).map(({ kind, day, is_month, source }) => ({
        kind,
        day,
        /** The law says the month; a decree, and then somebody here, will say the day. */
        is_month: is_month === true,
        source: source[given.actor.language],
      })),
      may: await may(body, [addKeyDate], given),
    }
  },
})

const stillByLaw = (elections: Profile["elections"], dates: readonly KeyDate[], today: Temporal.PlainDate) => {
  const known = knownDays(
    dates.map(({ kind, on_day: day }) => ({ kind, day })),
    elections,
  )
  return elections.filter(
    ({ kind, day, is_month }) =>
      (is_month ? day.slice(0, 7) >= today.toString().slice(0, 7) : day >= today.toString()) &&
      known.some((one) => one.kind === kind && one.day.toString() === day),
  )
}
