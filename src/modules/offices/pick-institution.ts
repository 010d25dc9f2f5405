import { sql } from "kysely"
import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import type { InstitutionKind } from "./kinds.ts"
import { nameOf } from "./store.ts"

/** `register`: it stands in the register; `file`: it is only an organisation of the file so far; `new`: what was typed. */
export type PickedInstitution = {
  id: string
  name: string
  from: "register" | "file" | "new"
  kind: InstitutionKind | null
}

/** Where somebody may sit, while it is typed: the register, the institutions of the file, and what nobody has written down yet. */
export const pickInstitution = read({
  name: "offices.pickInstitution",
  input: z.object({ bodyId: z.uuid(), q: z.string().trim().max(200).default("") }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input: { q }, subject: body, db }) {
    const isLike = sql<boolean>`(${q} = '' or position(trim(name_folded(${q})) in c.folded) > 0)`
    const { rows } = await sql<PickedInstitution>`
      (select i.id::text, ${nameOf("i")} as name, 'register' as "from", i.kind
         from institutions i join counterparts c on (c.organisation_id, c.id) = (i.organisation_id, i.outside_id)
        where i.body_id = ${body.id} and i.closed_on is null and ${isLike} order by c.folded collate "C", i.id limit 7)
      union all
      (select 'outside:' || c.id, c.name, 'file', null from counterparts c
        where c.body_id = ${body.id} and c.nature = 'organisation' and c.ended_on is null and ${isLike}
          and c.kind in ('institution', 'public_service', 'association', 'company')
          and not exists (select from institutions i where (i.organisation_id, i.outside_id) = (c.organisation_id, c.id) and i.closed_on is null)
        order by c.kind <> 'institution', c.folded collate "C", c.id limit 7)`.execute(db)
    const found = rows.slice(0, 7)
    const isThere = found.some(({ name }) => name.toLocaleLowerCase("fr") === q.toLocaleLowerCase("fr"))
    return q.length < 2 || isThere ? found : [...found, { id: `new:${q}`, name: q, from: "new" as const, kind: null }]
  },
})
