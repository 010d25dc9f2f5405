import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds, isIn, placesWhere, type Scope, scopeIn } from "../../mandates/contract.ts"
import { LIKELY, type LikenessReason } from "./likeness.ts"
import { seekDuplicates } from "./seek.ts"

export type Pair = {
  /** Both ids, to page by and to open. */
  id: string
  likeness: number
  reasons: LikenessReason[]
  first: Side
  second: Side
}
type Side = { id: string; name: string; email: string | null; phone: string | null; town: string | null }

/** People who may have been written twice, the likeliest first: pairs of whom the reader keeps both records. */
export const listDuplicates = read({
  name: "people.duplicates",
  input: z.object({
    bodyId: z.uuid(),
    /** `all`: unlikely ones too, as two people who share one mailbox. */
    show: z.enum(["likely", "all"]).default("likely"),
    /** A name, of either. */
    q: z.string().trim().max(200).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z
      .string()
      .regex(/^\d{1,3} [0-9a-f-]{36} [0-9a-f-]{36}$/)
      .optional(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input: { show, q, limit, after }, subject: body, ...given }) {
    const { actor, db, now } = given
    const { rows: held } = await sql<{ scope: Scope }>`
      select ${scopeIn(placesWhere("people.manage", actor.personId!, dayOf(now)))} as scope`.execute(db)
    const kept = isIn(held[0]!.scope)
    const [likeness, first, second] = after?.split(" ") ?? []
    const side = (
      one: "a" | "b",
    ) => sql`jsonb_build_object('id', ${sql.ref(`${one}.id`)}, 'name', ${sql.ref(`${one}.given_name`)} || ' ' || ${sql.ref(`${one}.family_name`)},
      'email', ${sql.ref(`${one}.email`)}, 'phone', ${sql.ref(`${one}.phone`)}, 'town', ${sql.ref(`${one}.town`)})`
    const { rows } = await sql<Pair>`
      select l.likeness || ' ' || l.first_id || ' ' || l.second_id as id, l.likeness, l.reasons, ${side("a")} as first, ${side("b")} as second
        from likely_same l
        join people a on (a.organisation_id, a.id) = (l.organisation_id, l.first_id)
        join people b on (b.organisation_id, b.id) = (l.organisation_id, l.second_id)
       where l.likeness >= ${show === "all" ? 0 : LIKELY}
         and ${
           q
             ? sql`(strpos(a.folded, trim(name_folded(${q}))) > 0 or strpos(a.called, trim(name_folded(${q}))) > 0
              or strpos(b.folded, trim(name_folded(${q}))) > 0 or strpos(b.called, trim(name_folded(${q}))) > 0)`
             : sql`true`
         }
         and ${after ? sql`(-l.likeness, l.first_id, l.second_id) > (-${Number(likeness)}::int, ${first}::uuid, ${second}::uuid)` : sql`true`}
         and exists (select from people p where p.id = l.first_id and ${kept} offset 0)
         and exists (select from people p where p.id = l.second_id and ${kept} offset 0)
       order by l.likeness desc, l.first_id, l.second_id limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    const { rows: searches } = await sql<{
      sought_at: Temporal.Instant
    }>`select sought_at from duplicate_searches`.execute(db)
    return {
      rows: page,
      next: rows.length > limit ? page.at(-1)!.id : null,
      sought_at: searches[0]?.sought_at ?? null,
      may: await may(body, [seekDuplicates], given),
    }
  },
})
