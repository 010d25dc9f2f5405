import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { isMatterSeen } from "./seen.ts"

/**
 * The matters a text is likely about: open ones of the body that the reader sees, by the words it shares with their titles and
 * themes, endings and accents forgiven. A word that many matters share says little, one that few share says much.
 */
export const suggestMatters = read({
  name: "matters.suggest",
  input: z.object({ bodyId: z.uuid(), text: z.string().max(2000), limit: z.int().min(1).max(5).default(2) }),
  allow: isSignedIn,
  async run({ input: { bodyId, text, limit }, actor, db, now }) {
    const { rows } = await sql<{ id: string; title: string }>`
      with said as materialized (
        select x.id, x.title, unnest(tsvector_to_array(fr_words(x.title || ' ' || coalesce((
                 with recursive up as (
                   select organisation_id, parent_id, name from themes where id = x.theme_id
                   union all
                   select h.organisation_id, h.parent_id, h.name from themes h join up u on (h.organisation_id, h.id) = (u.organisation_id, u.parent_id))
                 select string_agg(name, ' ') from up), '')))) as word
          from matters x
         where x.body_id = ${bodyId} and x.closed_on is null and ${isMatterSeen(actor.personId!, dayOf(now))}),
      weighed as (select id, title, word, 1.0 / count(*) over (partition by word) as weight from said)
      select id, title from weighed
       where length(word) > 2 and word = any(tsvector_to_array(fr_words(${text})))
       group by id, title having max(weight) > 0.3
       order by sum(weight) desc, title, id limit ${limit}`.execute(db)
    return { rows }
  },
})
