import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { changeList } from "./change.ts"
import { noteLine } from "./note.ts"
import { findSeenList } from "./seen.ts"
import { type Outcome, outcomes } from "./tables.ts"

export type ListedPerson = {
  person_id: string
  name: string
  phone: string | null
  email: string | null
  /** Lines of an address, one under the other. */
  address: string | null
  outcome: Outcome | null
  note: string | null
  noted_by: string | null
  noted_at: Temporal.Instant | null
}

/** One list: its people with what it shows of them, by name, and how far it has come. */
export const readList = read({
  name: "lists.read",
  input: z.object({
    listId: z.uuid(),
    which: z.enum(["all", "left", ...outcomes]).default("all"),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  find: ({ listId }, given) => findSeenList(listId, given),
  allow: isSignedIn,
  async run({ input: { which, limit, after }, subject: list, ...given }) {
    const offset = Math.max(0, Number.parseInt(after ?? "0", 10) || 0)
    const shows = (what: string) => sql`${list.shows.includes(what as never)}::boolean`
    const { rows } = await sql<ListedPerson>`
      select x.person_id, p.given_name || ' ' || p.family_name as name,
             case when ${shows("phone")} then p.phone end as phone, case when ${shows("email")} then p.email end as email,
             case when ${shows("address")} then nullif(concat_ws(E'\\n', p.street, nullif(concat_ws(' ', p.postcode, p.town), '')), '') end as address,
             x.outcome, x.note, x.noted_at, w.given_name || ' ' || w.family_name as noted_by
        from list_people x
        join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
        left join people w on (w.organisation_id, w.id) = (x.organisation_id, x.noted_by)
       where x.list_id = ${list.id} and p.erased_on is null
         and (${which} = 'all' or x.outcome is not distinct from ${which === "left" ? null : which})
       order by p.folded collate "C", p.id limit ${limit + 1} offset ${offset}`.execute(given.db)
    const { rows: counts } = await sql<{ outcome: Outcome | null; count: number }>`
      select x.outcome, count(*)::int as count from list_people x
        join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
       where x.list_id = ${list.id} and p.erased_on is null group by 1`.execute(given.db)
    return {
      list,
      rows: rows.slice(0, limit),
      next: rows.length > limit ? String(offset + limit) : null,
      total: counts.reduce((sum, { count }) => sum + count, 0),
      left: counts.find(({ outcome }) => outcome === null)?.count ?? 0,
      counts: Object.fromEntries(
        outcomes.map((one) => [one, counts.find(({ outcome }) => outcome === one)?.count ?? 0]),
      ) as Record<Outcome, number>,
      may: await may(list, [changeList, noteLine], given),
    }
  },
})
