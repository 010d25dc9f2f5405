import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { profiles } from "../../bodies/contract.ts"
import { bodiesOf, bodiesWhere } from "../../mandates/contract.ts"

export type BodyLine = {
  id: string
  parent_id: string | null
  name: string
  code: string
  profile: string
  means: "public" | "party"
  place: string | null
  town: string | null
  /** 0 at the top. */
  depth: number
  /** Since when it is no more; its past stays. */
  closed_on: Temporal.PlainDate | null
  mine: boolean
  may_manage: boolean
}

/** The tree of the organisation, each body after the one it stands under. Those that closed come last. Everyone may see which bodies there are. */
export const listBodies = read({
  name: "bodies.list",
  input: z.object({}),
  allow: isSignedIn,
  async run({ actor, db, now }) {
    const on = dayOf(now)
    const { rows } = await sql<BodyLine>`
      with recursive tree as (
        select b.*, 0 as depth, array[b.name] as path from bodies b where b.parent_id is null
        union all
        select b.*, t.depth + 1, t.path || b.name from bodies b join tree t on t.id = b.parent_id
      )
      select id, parent_id, name, code, profile, means, place, town, depth, closed_on,
             id in (${bodiesOf(actor.personId!, on)}) as mine,
             closed_on is null and id in (${bodiesWhere("bodies.manage", actor.personId!, on)}) as may_manage
        from tree order by closed_on is not null, path, id`.execute(db)
    const kinds = Object.values(profiles).map(({ key, name }) => ({ key, name: name[actor.language] }))
    return { bodies: rows, profiles: kinds }
  },
})
