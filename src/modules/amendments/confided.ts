import { sql } from "kysely"
import { type Confided, keepConfided } from "../../kernel/confide.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** What an amendment does is the words of its text: they rest as it does. */
export const confided: readonly Confided[] = [
  {
    table: "amendments",
    key: "id",
    columns: { operations: "doc" },
    isConfidential: sql<boolean>`exists (select from texts w
      where (w.organisation_id, w.id) = (t.organisation_id, t.text_id) and w.confidential)`,
  },
]

export const keepAmendmentConfided = ({ textId }: { textId: string }, given: Circumstances): Promise<unknown> =>
  keepConfided("amendments", given, sql<boolean>`t.text_id = ${textId}`)
