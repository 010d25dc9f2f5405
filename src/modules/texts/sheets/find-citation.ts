import { type Selectable, sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { rule } from "../../../kernel/rule.ts"
import { findSeenItem } from "../../sittings/contract.ts"
import { findSeenText } from "../seen.ts"
import type { CitationRow } from "../tables.ts"

/** A citation with whose rights are asked: those of the text it stands on, or of the body that prepares the item. */
export type Citation = {
  id: string
  body_id: string
  author_id: string | null
  written_by: string | null
  citation: Selectable<CitationRow>
}

/** Locked; undefined where the actor does not see what it stands on. */
export const findCitationToChange = async (citationId: string, given: Circumstances): Promise<Citation | undefined> => {
  const { rows } = await sql<Selectable<CitationRow>>`
    select * from text_citations where id = ${citationId} for update`.execute(given.db)
  const citation = rows[0]
  if (!citation) return undefined
  if (citation.text_id) {
    const text = await findSeenText(citation.text_id, given)
    return text && { ...text, citation }
  }
  const item = await findSeenItem(citation.sitting_item_id!, given)
  return item && { id: item.id, body_id: item.body_id, author_id: null, written_by: null, citation }
}

export const citedIt = rule<Citation>(
  "citedIt",
  ({ citation }, { actor }) => actor.personId !== null && citation.cited_by === actor.personId,
)
