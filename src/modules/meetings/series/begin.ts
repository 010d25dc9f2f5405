import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { findType } from "../store.ts"
import { seriesBegun } from "./events.ts"
import { makeMeetings } from "./make-meetings.ts"
import { ruleIn, seriesFields } from "./series-input.ts"

/** A series begins, and its meetings of the next three months with it. */
export const beginSeries = command({
  name: "series.begin",
  input: z.object({ bodyId: z.uuid(), ...seriesFields }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: body, ...given }) {
    const { actor, db } = given
    if (input.typeId && !(await findType(input.typeId, body.id, db))) invalid(["typeId"], "unknown_type")
    const series = {
      organisation_id: actor.organisation,
      id: newId(),
      body_id: body.id,
      type_id: input.outside ? null : (input.typeId ?? null),
      title: input.title,
      rule: ruleIn(input.rule, body.zone),
      place: input.place ?? null,
      link: input.link ?? null,
      outside: input.outside,
      host: input.outside ? (input.host ?? null) : null,
      ended_on: null,
    }
    await db
      .insertInto("meeting_series")
      .values({ ...series, rule: json(series.rule) })
      .execute()
    const made = await makeMeetings(series, given)
    return [seriesBegun({ seriesId: series.id, made: prepared(made), cancelled: 0 }), ...made]
  },
})

const prepared = (events: readonly { name: string }[]) =>
  events.filter(({ name }) => name === "meetings.prepared").length
