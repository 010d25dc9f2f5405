import { sql } from "kysely"
import { type Confided, keepConfided } from "../../kernel/confide.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** What an amendment does is the words of its text: they rest as it does. */
export const confided: readonly Confided[] = [
  {
    table: "amendments",
    key: "id",
    columns: { operations: "doc" },
    // A sub-amendment quotes what it amends.
    isConfidential: sql<boolean>`exists (select from texts w
      where w.organisation_id = t.organisation_id and w.confidential and (w.id = t.text_id or w.id =
        (select m.text_id from amendments m where (m.organisation_id, m.id) = (t.organisation_id, t.amends_id))))`,
  },
]

export const keepAmendmentConfided = ({ textId }: { textId: string }, given: Circumstances): Promise<unknown> =>
  keepConfided(
    "amendments",
    given,
    sql<boolean>`t.text_id = ${textId}
    or t.amends_id in (select id from amendments where text_id = ${textId})`,
  )
