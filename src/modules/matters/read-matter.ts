import { type Selectable, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { changeMatter } from "./change.ts"
import { closeMatter, reopenMatter } from "./close.ts"
import { missingOf } from "./matter.ts"
import { isMatterSeen } from "./seen.ts"
import type { MatterRow } from "./tables.ts"

/** A matter, where it stands, and what it lacks. What hangs on it is asked beside. */
export const readMatter = read({
  name: "matters.read",
  input: z.object({ matterId: z.uuid() }),
  find: ({ matterId }, given) => findSeenMatter(matterId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, country, level, code, ...matter } = subject
    return {
      matter: {
        ...matter,
        territory:
          country === null ? null : { id: `${country}/${level}/${code}`, name: matter.place ?? code!, code: code! },
      },
      missing: missingOf(subject, dayOf(given.now)),
      may: await may(subject, [changeMatter, closeMatter, reopenMatter], given),
    }
  },
})

type Shown = Selectable<MatterRow> & {
  body_name: string
  lead_name: string | null
  staff_name: string | null
  /** With those it stands under: "Environnement › Eau". */
  theme: string | null
  place: string | null
}

export const findSeenMatter = async (
  matterId: string,
  { actor, db, now }: Circumstances,
): Promise<Shown | undefined> => {
  const { rows } = await sql<Shown>`
    select x.*, b.name as body_name, p.given_name || ' ' || p.family_name as lead_name,
           s.given_name || ' ' || s.family_name as staff_name, g.name as place,
           (with recursive up as (
              select id, parent_id, name, 0 as height from themes where id = x.theme_id
              union all select h.id, h.parent_id, h.name, u.height + 1 from themes h join up u on h.id = u.parent_id)
            select string_agg(name, ' › ' order by height desc) from up) as theme
      from matters x join bodies b on (b.organisation_id, b.id) = (x.organisation_id, x.body_id)
      left join people p on (p.organisation_id, p.id) = (x.organisation_id, x.lead_id)
      left join people s on (s.organisation_id, s.id) = (x.organisation_id, x.staff_id)
      left join territories g on (g.country, g.level, g.code) = (x.country, x.level, x.code)
     where x.id = ${matterId} and ${isMatterSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}
