import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"

export type LikelyLine = {
  id: string
  words: string
  source: string | null
  /** Why it is shown: under the theme of the matter, or by its words. */
  same_theme: boolean
}

/** Lines of the programme of a body that some subject is likely about: by the theme of its matter, or by two words in common. */
export const programmeLike = async (
  { bodyId, title, matterId }: { bodyId: string; title: string; matterId: string | null },
  db: Db,
): Promise<LikelyLine[]> => {
  const { rows } = await sql<LikelyLine>`
    with wanted as materialized (
      select tsvector_to_array(fr_words(${title})) as words, (select theme_id from matters where id = ${matterId}::uuid) as theme_id)
    select l.id, l.words, l.source, coalesce(l.theme_id = w.theme_id, false) as same_theme
      from wanted w, programme_lines l,
           lateral (select count(*)::int as common from unnest(tsvector_to_array(fr_words(l.words))) as word
                     where length(word) > 3 and word = any(w.words)) n
     where l.body_id = ${bodyId} and l.ended_on is null
       and (n.common >= 2 or l.theme_id = w.theme_id)
     order by n.common desc, same_theme desc, l.position, l.id limit 5`.execute(db)
  return rows
}
