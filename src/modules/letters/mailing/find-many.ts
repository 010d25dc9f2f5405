import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { counterpartFilters, findCounterparts } from "../../counterparts/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { formulaFor, type OwnTitle } from "../formulas/called.ts"
import { ownTitles } from "../formulas/own-titles.ts"
import { addressOf } from "../recipient/address-of.ts"
import type { Outside } from "../recipient/recipients.ts"
import type { LineSaid } from "./tables.ts"

const kinds = counterpartFilters.shape.kind
export const rings = ["member", "sympathiser", "supporter", "contact"] as const

/** Whom one letter goes to: a part of the file of its body, or people of the body. */
export const many = z.discriminatedUnion("of", [
  z.object({
    of: z.literal("counterparts"),
    nature: z.enum(["organisation", "person"]).nullish(),
    kind: kinds.nullish(),
    theme: z.string().max(60).nullish(),
  }),
  z.object({ of: z.literal("people"), ring: z.enum(rings) }),
])
export type Many = z.output<typeof many>

export type Found = { counterpart_id: string | null; person_id: string | null; said: LineSaid; post_only: boolean }

/** More is not a letter any more. */
export const MOST = 2000

/**
 * Those one letter goes to, out of the file of its own body and the people of its own body alone: what an elected group knows and
 * what a party knows never meet in one mailing (code électoral L52-8; GDPR art. 5(1)(b)).
 */
export const findMany = async (
  wanted: Many,
  body: { id: string; country: string },
  given: Circumstances,
): Promise<Found[]> => {
  const own = await ownTitles(body.id, given)
  return wanted.of === "counterparts" ? ofFile(wanted, body, own, given) : ofPeople(wanted, body, own, given)
}

type Row = Outside & { role: string | null; at: Outside | null }

const ofFile = async (
  { nature, kind, theme }: Extract<Many, { of: "counterparts" }>,
  body: { id: string; country: string },
  own: readonly OwnTitle[],
  given: Circumstances,
): Promise<Found[]> => {
  if (!(await holds("counterparts.read")({ body_id: body.id }, given))) refuse("not_allowed", {}, 403)
  const filter = {
    bodyId: body.id,
    ...(nature ? { nature } : {}),
    ...(kind ? { kind } : {}),
    ...(theme ? { theme } : {}),
  }
  const { rows: found } = await findCounterparts({ ...filter, limit: MOST }, given)
  const today = dayOf(given.now)
  const { rows } = await sql<Row>`
    select c.id, c.nature, c.name, c.given_name, c.form, c.street, c.postcode, c.town, c.country, c.email, r.title as role,
           case when o.id is null then null else jsonb_build_object('id', o.id, 'nature', o.nature, 'name', o.name, 'given_name', null, 'form', 'n',
             'street', o.street, 'postcode', o.postcode, 'town', o.town, 'country', o.country, 'email', o.email) end as at
      from counterparts c
      left join lateral (select r.title, r.outside_id from counterpart_roles r
                          where (r.organisation_id, r.contact_id) = (c.organisation_id, c.id)
                            and (r.since is null or r.since <= ${today}::date) and (r.until is null or r.until >= ${today}::date)
                          order by r.since desc nulls last, r.id limit 1) r on true
      left join counterparts o on (o.organisation_id, o.id) = (c.organisation_id, r.outside_id)
     where c.id = any(${found.map(({ id }) => id)}::uuid[]) order by c.folded collate "C", c.id`.execute(given.db)
  return rows.map(({ role, at, ...one }) => {
    const [contact, outside] = one.nature === "person" ? [one, at ?? undefined] : [undefined, one]
    const { called, closing } = formulaFor({ form: contact?.form ?? "n", role, country: body.country }, own)
    return {
      counterpart_id: one.id,
      person_id: null,
      post_only: false,
      said: {
        name: [one.given_name, one.name].filter(Boolean).join(" "),
        lines: addressOf({ outside, contact, role }, body.country),
        email: one.email ?? at?.email ?? null,
        called,
        closing,
        organisation: outside?.name ?? "",
        role: role ?? "",
      },
    }
  })
}

type Person = Omit<Outside, "nature" | "name" | "given_name"> & {
  given_name: string
  family_name: string
  post_only: boolean
}

/** Members are written to as such; the others where they agreed to letters from this body, and did not take it back. */
const ofPeople = async (
  { ring }: Extract<Many, { of: "people" }>,
  body: { id: string; country: string },
  own: readonly OwnTitle[],
  given: Circumstances,
): Promise<Found[]> => {
  if (!(await holds("people.read")({ body_id: body.id }, given))) refuse("not_allowed", {}, 403)
  const today = dayOf(given.now)
  const { rows } = await sql<Person>`
    select p.id, p.given_name, p.family_name, p.form, p.street, p.postcode, p.town, p.country, p.email, p.post_only
      from people p
     where p.erased_on is null and p.merged_into is null and (p.left_on is null or p.left_on > ${today}::date)
       and exists (select from memberships m where (m.organisation_id, m.person_id) = (p.organisation_id, p.id)
                      and m.body_id = ${body.id} and m.ring = ${ring} and m.since <= ${today}::date
                      and (m.until is null or m.until >= ${today}::date))
       and ${
         ring === "member"
           ? sql`true`
           : sql`exists (select from consents k where (k.organisation_id, k.person_id) = (p.organisation_id, p.id)
                          and k.body_id = ${body.id} and k.purpose = 'letters' and k.withdrawn_on is null)`
       }
     order by p.folded collate "C", p.id limit ${MOST}`.execute(given.db)
  return rows.map(({ id, given_name, family_name, post_only, ...one }) => {
    const contact: Outside = { ...one, id, nature: "person", name: family_name, given_name }
    const { called, closing } = formulaFor({ form: one.form, role: null, country: body.country }, own)
    return {
      counterpart_id: null,
      person_id: id,
      post_only,
      said: {
        name: `${given_name} ${family_name}`,
        lines: addressOf({ outside: undefined, contact, role: null }, body.country),
        email: post_only ? null : one.email,
        called,
        closing,
        organisation: "",
        role: "",
      },
    }
  })
}
