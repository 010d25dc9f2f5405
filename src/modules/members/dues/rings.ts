import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { duesRingsSet } from "../events.ts"

const payingRings = ["member", "sympathiser", "supporter"] as const

/** Says which rings are asked for dues. What was asked or paid before stays as it is. */
export const setDuesRings = command({
  name: "dues.setRings",
  input: z.object({ bodyId: z.uuid(), rings: z.array(z.enum(payingRings)).min(1).max(3) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("dues.manage"),
  async run({ input, subject: body, actor, db }) {
    const rings = payingRings.filter((ring) => input.rings.includes(ring))
    await sql`
      insert into dues_accounts (organisation_id, body_id, how, rings) values (${actor.organisation}, ${body.id}, '', ${rings})
      on conflict (organisation_id, body_id) do update set rings = excluded.rings`.execute(db)
    return duesRingsSet({ bodyId: body.id, rings })
  },
})

/** SQL on `m`, a membership of this body: its ring is asked for dues. */
export const owesDues = (bodyId: string) => sql<boolean>`m.ring = any(coalesce(
  (select a.rings from dues_accounts a where a.body_id = ${bodyId}), array['member']))`
