import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { OnSittingItemSource } from "../../kernel/on-sitting-item.ts"
import { say } from "../../words.ts"
import { openStates } from "./flow.ts"
import { type FieldName, kindOf } from "./kinds.ts"
import { isTextSeen, type Text } from "./seen.ts"

const below: readonly FieldName[] = ["place", "grounds", "balance", "source"]

/** The texts written for items of a sitting, each in full: amendments, questions, speeches, argument sheets. */
export const onSittingItem: OnSittingItemSource = async (itemIds, { actor, db, now }) => {
  if (!actor.personId || itemIds.length === 0) return []
  const { rows } = await sql<Text & { author_name: string | null }>`
    select w.*, a.given_name || ' ' || a.family_name as author_name
      from texts w left join people a on (a.organisation_id, a.id) = (w.organisation_id, w.author_id)
     where w.sitting_item_id = any(${itemIds}::uuid[]) and w.state not in ('dropped', 'withdrawn')
       and ${isTextSeen(actor.personId, dayOf(now))}
     order by w.kind, w.year, w.number, w.id`.execute(db)
  return rows.map((text) => ({
    item_id: text.sitting_item_id!,
    id: text.id,
    kind: say(actor.language, `texts.kind.${text.kind}`),
    number: text.their_number ?? text.reference,
    state: say(actor.language, `texts.state.${text.state}`),
    title: text.title,
    author: text.author_name,
    text: text.doc,
    parts: kindOf(text.kind)
      .fields.filter((name) => below.includes(name) && text.fields[name])
      .map((name) => ({ heading: say(actor.language, `texts.form.${name}`), text: text.fields[name]! })),
    at: `/textes/${text.id}`,
    shared: !text.confidential && !openStates.includes(text.state),
  }))
}
