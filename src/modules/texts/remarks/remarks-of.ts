import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Text } from "../seen.ts"
import type { Remark } from "./find-remark.ts"
import { holdsPassage } from "./passage.ts"

type Shown = Pick<
  Remark,
  "id" | "passage" | "near" | "said" | "proposed" | "made_by" | "made_at" | "state" | "answer"
> & {
  by_name: string | null
  settled_by_name: string | null
}

/** What was said of a text, the open ones first, in the order of the text; `holds`: its passage still stands there. */
export const remarksOf = async (text: Pick<Text, "id" | "doc">, { db }: Circumstances) => {
  const { rows } = await sql<Shown>`
    select r.id, r.passage, r.near, r.said, r.proposed, r.made_by, r.made_at, r.state, r.answer,
           p.given_name || ' ' || p.family_name as by_name, s.given_name || ' ' || s.family_name as settled_by_name
      from text_remarks r
      left join people p on (p.organisation_id, p.id) = (r.organisation_id, r.made_by)
      left join people s on (s.organisation_id, s.id) = (r.organisation_id, r.settled_by)
     where r.text_id = ${text.id} order by r.state <> 'open', r.near, r.made_at, r.id`.execute(db)
  return rows.map((row) => ({ ...row, holds: holdsPassage(text.doc, row) }))
}
