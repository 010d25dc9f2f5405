import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { institutionKinds, type InstitutionKind, type Level, type Origin, type Role, type Stance } from "./kinds.ts"
import { recordOffice } from "./record.ts"
import { isOfficeSeen, isPaySeen, nameOf, officeJoins } from "./store.ts"

export type OfficeLine = {
  id: string
  body_id: string
  body_name: string
  person_id: string
  name: string
  form: "m" | "f" | "n"
  institution_id: string
  institution: string
  kind: InstitutionKind
  country: string
  level: Level
  role: Role
  title: string | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  origin: Origin
  origin_note: string | null
  decision_id: string | null
  /** The institution that sent them there: the mandate is a derived one. */
  sent_by: string | null
  delegation: string | null
  stance: Stance | null
  /** Null for whom it is not for, and where nobody said. */
  paid: boolean | null
  yearly_gross_cents: bigint | null
}

export const officeFilters = z.object({
  bodyId: z.uuid().optional(),
  q: z.string().max(200).optional(),
  kind: z.enum(institutionKinds).optional(),
  /** In office today unless told. */
  state: z.enum(["past", "coming", "all"]).optional(),
  sort: z.enum(["name", "-name", "until", "-until"]).optional(),
})

/** The register of external mandates: who sits where, today or on the days asked. */
export const listOffices = read({
  name: "offices.list",
  input: officeFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    /** The last office of the page before. */
    after: z.uuid().optional(),
  }),
  allow: isSignedIn,
  async run({ input: { limit, after, ...filters }, ...given }) {
    const found = await findOffices(filters, { limit: limit + 1, after }, given)
    const rows = found.slice(0, limit)
    const body = filters.bodyId ? await findBody(filters.bodyId, given.db) : undefined
    return {
      rows,
      next: found.length > limit ? rows.at(-1)!.id : null,
      may: body ? await may(body, [recordOffice], given) : { "offices.record": false },
    }
  },
})

export const findOffices = async (
  { bodyId, q = "", kind, state, sort = "name" }: z.output<typeof officeFilters>,
  { limit, after }: { limit: number; after?: string | undefined },
  { actor, db, now }: Circumstances,
): Promise<OfficeLine[]> => {
  const today = dayOf(now)
  const down = sort.startsWith("-") ? sql`desc` : sql`asc`
  const first = sort.endsWith("until") ? sql`coalesce(o.until, 'infinity')::text` : sql`p.folded`
  const place = sql`(${first} collate "C", o.id)`
  const from = after
    ? sql`${place} ${sort.startsWith("-") ? sql`<` : sql`>`} (
        (select ${first} collate "C" from offices o join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
          where o.id = ${after}), ${after}::uuid)`
    : sql`true`
  const { rows } = await sql<OfficeLine>`
    select ${officeColumns(actor.personId!, today)} from ${officeJoins}
     where ${isOfficeSeen(actor.personId!, today)} and ${from}
       and (${bodyId ?? null}::uuid is null or o.body_id = ${bodyId ?? null})
       and (${kind ?? null}::text is null or i.kind = ${kind ?? null})
       and ${during(state, today)}
       and (${q} = '' or position(f_unaccent(lower(${q})) in f_unaccent(lower(
             concat_ws(' ', p.given_name, p.family_name, ${nameOf("i")}, o.title, o.delegation)))) > 0)
     order by ${first} collate "C" ${down}, o.id ${down} limit ${limit}`.execute(db)
  return rows
}

/** SQL: the columns of an `OfficeLine`, of `officeJoins`. */
export const officeColumns = (me: string, on: Temporal.PlainDate): RawBuilder<unknown> => sql`
  o.id, o.body_id, b.name as body_name, o.person_id, p.given_name || ' ' || p.family_name as name, p.form, o.institution_id,
  ${nameOf("i")} as institution, i.kind, i.country, i.level, o.role, o.title, o.since, o.until, o.origin, o.origin_note, o.decision_id, ${nameOf("s")} as sent_by,
  o.delegation, o.stance,
  case when ${isPaySeen(me, on)} then o.paid end as paid,
  case when ${isPaySeen(me, on)} then o.yearly_gross_cents end as yearly_gross_cents`

const during = (state: "past" | "coming" | "all" | undefined, today: Temporal.PlainDate): RawBuilder<boolean> => {
  if (state === "all") return sql`true`
  if (state === "past") return sql`o.until < ${today}::date`
  if (state === "coming") return sql`o.since > ${today}::date and (o.until is null or o.until >= o.since)`
  return sql`o.since <= ${today}::date and (o.until is null or o.until >= ${today}::date)`
}
