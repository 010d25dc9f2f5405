import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { format } from "../../kernel/words/words.ts"
import { isExchangeSeen } from "../counterparts/contract.ts"
import { declarationDays, officeEnds } from "../offices/contract.ts"
import { lodgingDaysBetween, sittingsBetween } from "../sittings/contract.ts"
import type { Entry, Span } from "./entries.ts"

/** Of what has a day and no hour, and nobody is asked to come to. */
export const bare = {
  starts: null,
  minutes: 0,
  zone: null,
  place: null,
  outside: false,
  count: 0,
  answer: null,
  invitation_id: null,
  going: [],
}

/** When those of ours who sit outside end, and must declare. */
export const officeDaysBetween = async (span: Span, given: Circumstances): Promise<Entry[]> => {
  const ends = (await officeEnds(span, given)).map(({ who, institution, count, ...row }): Entry => ({
    ...bare,
    ...row,
    kind: "office_end",
    state: "",
    title: format(given.actor.language, "calendar.office_end.title", { count, who, institution }),
    at: count === 1 ? `/mandats/${row.id}` : "/mandats?tri=until",
  }))
  const days = await declarationDays(span, given)
  if (days.length === 0) return ends
  const names = await namesOf(
    days.map(({ body_id }) => body_id),
    given,
  )
  return [
    ...ends,
    ...days.map(({ body_id, rule, day, missing, mine, sure }): Entry => {
      const what = format(given.actor.language, `offices.declaration.${rule}`)
      return {
        ...bare,
        id: `${body_id} ${rule}`,
        body_id,
        body_name: names.get(body_id) ?? "",
        day,
        kind: "declaration",
        state: "",
        title: format(given.actor.language, "calendar.declaration.title", {
          what,
          missing,
          mine: mine && missing === 1 ? "yes" : "no",
          sure: sure ? "yes" : "no",
        }),
        at: "/mandats/declarations",
      }
    }),
  ]
}

/** The days by which services owe an answer to a request, for those who see it. */
export const answersBetween = async (
  { from, to, bodyId }: Span,
  { actor, db, now }: Circumstances,
): Promise<Entry[]> => {
  const { rows } = await sql<Pick<Entry, "id" | "day" | "title" | "body_id" | "body_name">>`
    select e.id, e.answer_due as day, e.about as title, e.body_id, b.name as body_name
      from exchanges e join bodies b on (b.organisation_id, b.id) = (e.organisation_id, e.body_id)
     where e.state = 'waiting' and e.answer_due between ${from}::date and ${to}::date
       and (${bodyId ?? null}::uuid is null or e.body_id = ${bodyId ?? null})
       and ${isExchangeSeen(actor.personId!, dayOf(now))}
     order by e.answer_due, e.id limit 500`.execute(db)
  return rows.map((row) => ({
    ...bare,
    ...row,
    kind: "answer",
    state: "waiting",
    at: `/interlocuteurs/echanges/${row.id}`,
  }))
}

/** The sittings of the assemblies where ours sit, with the last days to lodge what is lodged for them. */
export const sittingDaysBetween = async (span: Span, given: Circumstances): Promise<Entry[]> => [
  ...(await sittingsBetween(span, given)).map(({ assembly: _, ...row }): Entry => ({
    ...bare,
    ...row,
    kind: "sitting",
    day: row.starts.toPlainDate(),
    state: "",
    at: `/seances/${row.id}`,
  })),
  ...(await lodgingDaysBetween(span, given)).map(({ what, title, key, ...row }): Entry => ({
    ...bare,
    ...row,
    id: `${row.id} ${key}`,
    kind: "lodging",
    title: format(given.actor.language, "calendar.lodging.title", { what, title }),
    state: "",
    at: `/seances/${row.id}`,
  })),
]

const namesOf = async (bodyIds: readonly string[], { db }: Circumstances) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from bodies where id = any(${[...bodyIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
