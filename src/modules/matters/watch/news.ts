import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { OnMatter } from "../../../kernel/on-matter.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isMatterSeen } from "../seen.ts"
import { hangingOn } from "../timeline.ts"

/** From which moment on, for each matter. */
export type Since = Record<string, string>

export type NewsOfMatter = {
  id: string
  title: string
  confidential: boolean
  news: (Pick<OnMatter, "kind" | "title" | "on_day" | "done_on"> & { id: string; confidential: boolean })[]
}

/** What was added to matters, or hung on them having been there before, within what one person sees of them, the oldest first; matters without anything new are left out. */
export const newsFor = async (
  personId: string,
  { since, until }: { since: Since; until: Temporal.Instant },
  given: Circumstances,
): Promise<NewsOfMatter[]> => {
  const ids = Object.keys(since)
  if (ids.length === 0) return []
  const as: Circumstances = { ...given, actor: { ...given.actor, personId } }
  const { rows } = await sql<NewsOfMatter["news"][number] & { matter_id: string; of: string; closed: boolean }>`
    select x.id as matter_id, x.title as of, x.confidential as closed, h.kind, h.id, h.title, h.on_day, h.done_on, ${restsSealed(given)} as confidential
      from (select matter_id, kind, id, title, on_day, done_on, noted_at ${hangingOn(as)} where matter_id in (${sql.join(ids)})) as h
      join (values ${sql.join(ids.map((id) => sql`(${id}::uuid, ${since[id]!}::timestamptz)`))}) as s(id, at) on s.id = h.matter_id
      join matters x on x.id = h.matter_id
      left join matter_attachments a on (a.matter_id, a.thing_id) = (h.matter_id, h.id)
      cross join lateral (select greatest(h.noted_at, a.attached_at) as known_at) as k
     where k.known_at > s.at and k.known_at <= ${until} and ${isMatterSeen(personId, dayOf(given.now))}
     order by x.title, x.id, k.known_at, h.id`.execute(given.db)
  return [...Map.groupBy(rows, ({ matter_id }) => matter_id).entries()].map(([id, those]) => ({
    id,
    title: those[0]!.of,
    confidential: those[0]!.closed,
    news: those,
  }))
}

// What its own module keeps encrypted is confidential, whatever kind of thing it is.
const restsSealed = ({ confided }: Pick<Circumstances, "confided">) =>
  sql`(${sql.join(
    confided
      .filter(({ key }) => key === "id")
      .map(
        ({ table, isConfidential }) =>
          sql`exists (select from ${sql.table(table)} t where t.id = h.id and ${isConfidential})`,
      ),
    sql` or `,
  )})`
