import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { countOfWaiting } from "../../kernel/waiting.ts"
import type { BodyRow } from "../bodies/contract.ts"
import { bodiesOf } from "../mandates/contract.ts"
import { COOKIE, sessionOf } from "./session.ts"

export type SessionState =
  | { state: "unclaimed" | "signed_out" }
  | {
      state: "signed_in"
      language: "fr" | "en"
      person: { id: string; name: string; given_name: string }
      organisation: { id: string; name: string; accent: string | null }
      /** The other organisations this account has a person in. Nothing of them is read from here. */
      elsewhere: { id: string; name: string }[]
      bodies: (Pick<BodyRow, "id" | "name" | "kind" | "means"> & {
        /** An ISO day since when it is no more: its past is read. */
        closed_on: string | null
        parent_name: string | null
        functions: string[]
      })[]
      waiting: number
      /** Functions in office that demand a second factor this session has not given; `stands`: there is one to give. */
      second_factor: { functions: string[]; stands: boolean } | null
    }

/** What every page begins with: who is here, in which organisation, in which bodies, with which functions. */
export const readSession = async ({ cookies, db, equipment }: Request): Promise<Reply> => {
  const session = await sessionOf(cookies[COOKIE], db)
  if (!session) {
    const { rows } = await sql<{ done: boolean }>`select claim_is_done() as done`.execute(db)
    return { body: { data: { state: rows[0]!.done ? "signed_out" : "unclaimed" } satisfies SessionState } }
  }
  const { organisation, personId, language } = session.actor
  const { rows: places } = await sql<{ organisation_id: string; name: string }>`
    select * from account_places(${session.accountId})`.execute(db)
  const data = await inOrganisation(db, organisation, async (tx): Promise<SessionState> => {
    const now = Temporal.Now.instant()
    const today = dayOf(now)
    const person = await tx
      .selectFrom("people")
      .select(["id", "given_name", "family_name"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow()
    const own = await tx
      .selectFrom("organisations")
      .select(["id", "name", sql<string | null>`settings->>'accent'`.as("accent")])
      .executeTakeFirstOrThrow()
    const { rows } = await sql<
      Omit<BodyRow, "closed_on"> & { closed_on: string | null; parent_name: string | null; functions: string[] }
    >`
      select b.id, b.name, b.kind, b.means, b.closed_on::text as closed_on, p.name as parent_name,
             coalesce((select array_agg(case who.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end)
                from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
                join people who on (who.organisation_id, who.id) = (m.organisation_id, m.person_id)
               where m.person_id = ${personId} and m.body_id = b.id and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)), '{}') as functions
        from bodies b left join bodies p on (p.organisation_id, p.id) = (b.organisation_id, b.parent_id)
       where b.id in (${bodiesOf(personId, today)})
       order by b.closed_on is not null, cardinality(b.line), b.name`.execute(tx)
    return {
      state: "signed_in",
      language,
      person: { id: person.id, name: `${person.given_name} ${person.family_name}`, given_name: person.given_name },
      organisation: own,
      elsewhere: places
        .filter(({ organisation_id }) => organisation_id !== organisation)
        .map(({ organisation_id, name }) => ({ id: organisation_id, name })),
      bodies: rows,
      waiting: await countOfWaiting({ ...equipment, actor: session.actor, db: tx, now }),
      second_factor: session.strong ? null : await demanded(personId, session.hasFactor, tx),
    }
  })
  return { body: { data } }
}

const demanded = async (personId: string, stands: boolean, tx: Db) => {
  const today = dayOf(Temporal.Now.instant())
  const { rows } = await sql<{ name: string }>`
    select distinct case who.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as name
      from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join people who on (who.organisation_id, who.id) = (m.organisation_id, m.person_id)
     where m.person_id = ${personId} and f.second_factor and m.since <= ${today}::date
       and (m.until is null or m.until >= ${today}::date) order by name`.execute(tx)
  return rows.length > 0 ? { functions: rows.map(({ name }) => name), stands } : null
}
