import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Span, united } from "./united.ts"

// What somebody is in a body, the strongest first: of two records of one person, a member stays a member.
const rings = ["member", "sympathiser", "supporter", "contact", "former"]

type Membership = Span & { body_id: string; person_id: string; ring: string; dues_until: Temporal.PlainDate | null }

/** The memberships of both records in each body become those of one person, still written on the two. */
export const uniteMemberships = async (from: string, into: string, { db }: Circumstances): Promise<void> => {
  const { rows } = await sql<Membership>`
    select id, body_id, person_id, ring, since, until, dues_until from memberships
     where person_id in (${from}, ${into}) order by since, id for update`.execute(db)
  for (const some of Map.groupBy(rows, ({ body_id }) => body_id).values()) {
    const spans = some.toSorted(
      (a, b) => rings.indexOf(a.ring) - rings.indexOf(b.ring) || mine(into)(a) - mine(into)(b),
    )
    const { kept, gone, cuts } = united(spans, ({ ring }) => ring)
    for (const { id, since, until } of kept) {
      const dues = [id, ...gone.filter((one) => one.into === id).map((one) => one.id)]
        .map((one) => some.find((row) => row.id === one)!.dues_until)
        .reduce((most, one) => (one && (!most || Temporal.PlainDate.compare(one, most) > 0) ? one : most), null)
      await sql`update memberships set since = ${since}::date, until = ${until}::date, dues_until = ${dues}::date where id = ${id}`.execute(
        db,
      )
    }
    for (const { of, span } of cuts)
      await sql`insert into memberships (organisation_id, id, person_id, body_id, ring, since, until, dues_until)
        select organisation_id, ${newId()}, person_id, body_id, ring, ${span.since}::date, ${span.until}::date, dues_until
          from memberships where id = ${of}`.execute(db)
    await sql`delete from memberships where id = any(${gone.map(({ id }) => id)}::uuid[])`.execute(db)
  }
}

type Affiliate = Span & { body_id: string; person_id: string; affiliation_id: string }

/** One sensibility at a time in a body: where the two records differ, that of the one that stays holds. */
export const uniteAffiliates = async (from: string, into: string, { db }: Circumstances): Promise<void> => {
  const { rows } = await sql<Affiliate>`
    select id, body_id, person_id, affiliation_id, since, until from affiliates
     where person_id in (${from}, ${into}) order by since, id for update`.execute(db)
  for (const some of Map.groupBy(rows, ({ body_id }) => body_id).values()) {
    const spans = some.toSorted((a, b) => mine(into)(a) - mine(into)(b))
    const { kept, gone, cuts } = united(spans, (one) => one.affiliation_id)
    for (const { id, since, until } of kept)
      await sql`update affiliates set since = ${since}::date, until = ${until}::date where id = ${id}`.execute(db)
    for (const { of, span } of cuts)
      await sql`insert into affiliates (organisation_id, id, affiliation_id, body_id, person_id, since, until)
        select organisation_id, ${newId()}, affiliation_id, body_id, person_id, ${span.since}::date, ${span.until}::date
          from affiliates where id = ${of}`.execute(db)
    await sql`delete from affiliates where id = any(${gone.map(({ id }) => id)}::uuid[])`.execute(db)
  }
}

type Mandate = Span & { function_id: string; person_id: string }

/** The same function at the same time, written on both records, is one mandate; what was corrected of the other stays beside it. */
export const uniteMandates = async (from: string, into: string, { db }: Circumstances): Promise<void> => {
  const { rows } = await sql<Mandate>`
    select id, function_id, person_id, since, until from mandates
     where person_id in (${from}, ${into}) order by since, id for update`.execute(db)
  const spans = rows.toSorted((a, b) => mine(into)(a) - mine(into)(b))
  for (const some of Map.groupBy(spans, ({ function_id }) => function_id).values()) {
    const { kept, gone } = united(some, ({ function_id }) => function_id)
    for (const { id, since, until } of kept)
      await sql`update mandates set since = ${since}::date, until = ${until}::date where id = ${id}`.execute(db)
    for (const { id, into: stays } of gone) {
      await sql`update mandate_corrections set mandate_id = ${stays} where mandate_id = ${id}`.execute(db)
      await sql`delete from mandates where id = ${id}`.execute(db)
    }
  }
}

const mine =
  (into: string) =>
  ({ person_id }: { person_id: string }): number =>
    person_id === into ? 0 : 1
