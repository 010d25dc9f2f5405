import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"

/** Who is convened to a kind of meeting: as in `meeting_types.convenes`. */
export type Convened =
  | { convenes: "members" | "members_up_to_date" }
  /** Keys of functions of the body. */
  | { convenes: "holders"; functions: readonly string[] }
  | { convenes: "listed"; people: readonly string[] }

export type Member = {
  person_id: string
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  language: string
  /** What the person holds in this body that day, in the form they want. */
  functions: string[]
  email: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  /** How a convocation reaches them; null when we have neither an e-mail nor an address. */
  means: "email" | "post" | null
  /** Member of the body in force that day (ring "member"), as against staff and guests who only attend. */
  is_member: boolean
  /** Dues are paid until that day at least. */
  up_to_date: boolean
  /** Members vote; where members up to date are convened, only those. Staff who hold a function come without a vote. */
  voting: boolean
}

/** Who is convened in a body on a day, by name, each with the means that reaches them. Whoever has left is not. */
export const membersOf = async (
  bodyId: string,
  convened: Convened,
  on: Temporal.PlainDate,
  db: Db,
): Promise<Member[]> => {
  const functions = convened.convenes === "holders" ? [...convened.functions] : []
  const people = convened.convenes === "listed" ? [...convened.people] : []
  const onlyPaid = convened.convenes === "members_up_to_date"
  const wanted = {
    members: sql`is_member`,
    members_up_to_date: sql`is_member and up_to_date`,
    holders: sql`held && ${functions}::text[]`,
    listed: sql`person_id = any(${people}::uuid[])`,
  }[convened.convenes]
  const { rows } = await sql<Member>`
    with here as (
      select p.id as person_id, p.given_name, p.family_name, p.form, p.language, p.folded,
             nullif(trim(p.email), '') as email, p.street, p.postcode, p.town, p.country, p.post_only,
             coalesce(m.is_member, false) as is_member, coalesce(m.up_to_date, false) as up_to_date,
             coalesce(h.held, '{}') as held, coalesce(h.functions, '{}') as functions
        from people p
        left join (
          select person_id, true as is_member, bool_or(dues_until >= ${on}::date) as up_to_date from memberships
           where body_id = ${bodyId} and ring = 'member' and since <= ${on}::date and (until is null or until >= ${on}::date)
           group by person_id
        ) m on m.person_id = p.id
        left join (
          select d.person_id, array_agg(f.key) as held,
                 array_agg(case q.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end order by f.key) as functions
            from mandates d
            join functions f on (f.organisation_id, f.id) = (d.organisation_id, d.function_id)
            join people q on (q.organisation_id, q.id) = (d.organisation_id, d.person_id)
           where d.body_id = ${bodyId} and d.since <= ${on}::date and (d.until is null or d.until >= ${on}::date)
           group by d.person_id
        ) h on h.person_id = p.id
       where (p.left_on is null or p.left_on >= ${on}::date)
         and (m.person_id is not null or h.person_id is not null or p.id = any(${people}::uuid[]))
    )
    select person_id, given_name, family_name, form, language, functions,
           case when not post_only then email end as email, street, postcode, town, country,
           case when email is not null and not post_only then 'email' when town is not null then 'post' end as means,
           is_member, up_to_date, is_member and (up_to_date or not ${onlyPaid}) as voting
      from here where ${wanted}
     order by folded collate "C", person_id`.execute(db)
  return rows
}
