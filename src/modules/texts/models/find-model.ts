import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { bodiesOf } from "../../mandates/contract.ts"
import type { TextKind } from "../kinds.ts"

export type TextModel = { id: string; body_id: string; kind: TextKind; name: string; doc: RichText | null }

/** A model of a body of the actor's, locked, as long as it is in use. */
export const findModelToChange = async (
  modelId: string,
  { actor, db, now }: Circumstances,
): Promise<TextModel | undefined> => {
  const { rows } = await sql<TextModel>`
    select m.id, m.body_id, m.kind, m.name, m.doc from text_models m
     where m.id = ${modelId} and m.ended_at is null and m.body_id in (${bodiesOf(actor.personId!, dayOf(now))}) for update`.execute(
    db,
  )
  return rows[0]
}
