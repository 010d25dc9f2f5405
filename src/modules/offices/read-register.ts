import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { anyOf } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { holds, isOfBody } from "../mandates/contract.ts"
import { addInstitution } from "./add-institution.ts"
import { heldBy, rulesFor } from "./held-by.ts"
import { incompatibilitiesOn } from "./incompatibilities.ts"
import type { InstitutionKind, Level } from "./kinds.ts"
import { listAddress, openListOf } from "./public-list.ts"
import { recordOffice } from "./record.ts"
import { nameOf } from "./store.ts"

export type InstitutionLine = {
  id: string
  outside_id: string
  name: string
  kind: InstitutionKind
  level: Level
  seats: number | null
  note: string | null
  closed_on: Temporal.PlainDate | null
  /** Of ours who sit there today, substitutes aside. */
  held: number
}

/** The institutions of a register, the seats that nobody holds, what does not go together, and the public list if there is one. */
export const readRegister = read({
  name: "offices.register",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("offices.manage")),
  async run({ subject: body, ...given }) {
    const { db, now, origin, secret, actor } = given
    const today = dayOf(now)
    const institutions = await institutionsOf(body.id, today, db)
    const { rows: people } = await sql<{ id: string; name: string }>`
      select distinct p.id, p.given_name || ' ' || p.family_name as name
        from offices o join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
       where o.body_id = ${body.id} and o.since <= ${today}::date and (o.until is null or o.until >= ${today}::date)`.execute(
      db,
    )
    const all =
      people.length > 0
        ? await heldBy(
            people.map(({ id }) => id),
            db,
          )
        : []
    const list = await openListOf(body.id, db)
    return {
      body: { id: body.id, name: body.name, country: body.country },
      institutions,
      /** Who reads the file of counterparts finds each institution there. */
      reads_file: await holds("counterparts.read")(body, given),
      warnings: incompatibilitiesOn(all, await rulesFor(body.id, today, db), today).map((one) => ({
        ...one,
        name: people.find(({ id }) => id === one.person_id)!.name,
        with: one.offices.map((id) => all.find((office) => office.id === id)!.institution_name),
      })),
      list: list
        ? {
            address: listAddress({ origin, secret }, { organisation: actor.organisation, id: list.id }),
            shows: list.shows,
            opened_at: list.opened_at,
          }
        : null,
      may: await may(body, [recordOffice, addInstitution], given),
    }
  },
})

export const institutionsOf = async (bodyId: string, on: Temporal.PlainDate, db: Db): Promise<InstitutionLine[]> => {
  const { rows } = await sql<InstitutionLine>`
    select i.id, i.outside_id, ${nameOf("i")} as name, i.kind, i.level, i.seats, i.note, i.closed_on,
           (select count(*)::int from offices o
             where (o.organisation_id, o.institution_id) = (i.organisation_id, i.id) and o.role <> 'substitute'
               and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)) as held
      from institutions i where i.body_id = ${bodyId}
     order by i.closed_on is not null, f_unaccent(lower(${nameOf("i")})), i.id`.execute(db)
  return rows
}
