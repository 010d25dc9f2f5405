import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { knownAs } from "../../people/contract.ts"
import { memberRule } from "../rules.ts"
import type { Admission, ApplicationState } from "../tables.ts"
import { acceptApplication } from "./accept.ts"
import { type Application, isDecided, missingToAccept } from "./application.ts"
import { declineApplication, objectToApplication, withdrawApplication } from "./decline.ts"
import { completeApplication, recordApplication } from "./record.ts"

export const applicationFilters = z.object({
  bodyId: z.uuid(),
  q: z.string().trim().max(200).optional(),
  state: z.enum(["asked", "accepted", "declined", "withdrawn"]).optional(),
})

export type ApplicationLine = {
  id: string
  name: string
  ring: "member" | "sympathiser" | "supporter"
  source: string
  email: string | null
  town: string | null
  state: ApplicationState
  admission: Admission
  asked_at: Temporal.Instant
  answer_by: Temporal.PlainDate
  answered_at: Temporal.Instant | null
  objected_at: Temporal.Instant | null
  forgotten_at: Temporal.Instant | null
  person_id: string | null
}

/** Applications to a body, the last first; those that wait come by their last day to answer. */
export const listApplications = read({
  name: "applications.list",
  input: applicationFilters.extend({
    sort: z.string().max(30).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    const rows = await findApplications(input, given)
    const page = rows.slice(0, input.limit)
    const on = dayOf(given.now, body.zone)
    const rule = await memberRule(body, "admission", on, given.db)
    return {
      rows: page,
      next: rows.length > input.limit ? page.at(-1)!.id : null,
      today: on,
      rule: rule && { key: rule.key, value: String(rule.value), source: rule.source, note: rule.note },
      may: await may(body, [recordApplication], given),
    }
  },
})

export const findApplications = async (
  {
    bodyId,
    q,
    state,
    limit,
    after,
  }: z.output<typeof applicationFilters> & { limit: number; after?: string | undefined },
  { db }: Circumstances,
): Promise<ApplicationLine[]> => {
  const like = q ? `%${q.replaceAll(/[\\%_]/g, "\\$&")}%` : null
  const { rows } = await sql<ApplicationLine>`
    select a.id, a.given_name || ' ' || a.family_name as name, a.ring, a.source, a.email, a.town, a.state, a.admission, a.asked_at,
           a.answer_by, a.answered_at, a.objected_at, a.forgotten_at, a.person_id
      from applications a
     where a.body_id = ${bodyId} and ${state ? sql`a.state = ${state}` : sql`true`}
       and ${like ? sql`(f_unaccent(a.given_name || ' ' || a.family_name) ilike f_unaccent(${like}) or a.email ilike ${like})` : sql`true`}
       and ${after && /^[0-9a-f-]{36}$/i.test(after) ? sql`(a.asked_at, a.id) < ((select asked_at from applications where id = ${after}), ${after}::uuid)` : sql`true`}
     order by a.asked_at desc, a.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** One application: who asks, by what rule it is answered and until when, what is missing, who in the file it may be. */
export const readApplication = read({
  name: "applications.read",
  input: z.object({ applicationId: z.uuid() }),
  find: ({ applicationId }, { db }) =>
    db.selectFrom("applications").selectAll().where("id", "=", applicationId).executeTakeFirst(),
  allow: holds("people.manage"),
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, ...application } = subject as Application
    const { db } = given
    const isAsked = application.state === "asked"
    const known = isAsked ? await knownAs(application, given) : []
    const body = await findBodyEvenClosed(application.body_id, db)
    const rule = body && (await memberRule(body, "admission", dayOf(application.asked_at, body.zone), db))
    const days = body && (await memberRule(body, "admission.days", dayOf(application.asked_at, body.zone), db))
    const { rows } = await sql<{ answered: string | null; recorded: string | null; objected: string | null }>`
      select (select given_name || ' ' || family_name from people where id = ${application.answered_by}) as answered,
             (select given_name || ' ' || family_name from people where id = ${application.recorded_by}) as recorded,
             (select given_name || ' ' || family_name from people where id = ${application.objected_by}) as objected`.execute(
      db,
    )
    const letter = application.letter_id
      ? await db
          .selectFrom("sendings")
          .select(["id", "kind", "state", "means", "queued_at"])
          .where("id", "=", application.letter_id)
          .executeTakeFirst()
      : undefined
    return {
      application,
      name: `${application.given_name} ${application.family_name}`,
      body_name: body?.name ?? "",
      by: rows[0]!,
      known,
      missing: isAsked ? missingToAccept(application, known) : [],
      needs_decision: isDecided(application.admission),
      rule: rule && { key: rule.key, article: rule.legal_basis, source: rule.source, note: rule.note },
      days: typeof days?.value === "number" ? days.value : null,
      letter: letter ?? null,
      today: dayOf(given.now, body?.zone),
      may: await may(
        application,
        [acceptApplication, declineApplication, withdrawApplication, objectToApplication, completeApplication],
        given,
      ),
    }
  },
})
