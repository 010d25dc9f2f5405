import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { type Changed, sources } from "./sources.ts"
import { kinds } from "./tables.ts"

/** Writes again the entries of what changed, and takes out those of what is gone. Run twice, it does the same. */
export const refresh = async (changed: Changed, db: Db): Promise<void> => {
  for (const kind of kinds) {
    const { lines, concerned, written } = sources[kind]
    await sql`delete from search_entries s where s.kind = ${kind} and ${written(changed)}`.execute(db)
    await insert(lines(concerned(changed)), db)
  }
}

/** All of the organisation's entries anew, kind by kind; answers how many there are. */
export const rebuild = async (organisation: string, db: Db): Promise<number> => {
  await sql`delete from search_entries where organisation_id = ${organisation}`.execute(db)
  for (const kind of kinds) await insert(sources[kind].lines(sql<boolean>`true`), db)
  await sql`select analyse_search()`.execute(db)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from search_entries`.execute(db)
  return rows[0]!.count
}

// Of what is confidential the title alone: its words rest encrypted, and are found by nobody.
// A paper hangs on two items, both changed at once: the last one written stays.
const insert = (lines: ReturnType<(typeof sources)["task"]["lines"]>, db: Db) =>
  sql`
    insert into search_entries (organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at)
    select organisation_id, kind, id, body_id, meeting_id, item_id, title, case when confidential then '' else text end, confidential, at
      from (${lines}) as line (organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at)
    on conflict (organisation_id, kind, id) do update set
      body_id = excluded.body_id, meeting_id = excluded.meeting_id, item_id = excluded.item_id, title = excluded.title,
      text = excluded.text, confidential = excluded.confidential, at = excluded.at`.execute(db)
