import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isSittingSeen, speakingTimeOf } from "../../sittings/contract.ts"
import { type TextKind, textKinds, kindOf } from "../kinds.ts"
import { isTextSeen, type Text } from "../seen.ts"
import { PACE } from "./pace.ts"

export type SittingTime = {
  sitting_id: string
  sitting_title: string
  /** Texts to be said there, this one included, and the minutes they take: as given, else as long as they last. */
  texts: number
  minutes: number
  /** What the group may speak there; null: nobody has said. */
  budget: number | null
}

/** Kinds that are said aloud in a sitting. */
const said: TextKind[] = textKinds.filter((kind) => ["question", "spoken", "amendment"].includes(kindOf(kind).path))

/** What all that we are to say takes in the sitting a text is for; null for one that is for none, or is not said. */
export const sittingTimeOf = async (
  { kind, sitting_item_id }: Pick<Text, "kind" | "sitting_item_id">,
  { actor, db, now }: Circumstances,
): Promise<SittingTime | null> => {
  if (!sitting_item_id || !said.includes(kind)) return null
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<SittingTime & Parameters<typeof speakingTimeOf>[0]>`
    select s.id, s.body_id, s.assembly_id, s.starts, s.speaking_minutes, s.id as sitting_id, s.title as sitting_title, count(*)::int as texts,
           sum(coalesce(w.limit_minutes, ceil(w.words / ${PACE}::numeric)))::int as minutes
      from sitting_items mine
      join sittings s on (s.organisation_id, s.id) = (mine.organisation_id, mine.sitting_id) and ${isSittingSeen(me, today)}
      join sitting_items i on (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null
      join texts w on (w.organisation_id, w.sitting_item_id) = (i.organisation_id, i.id)
     where mine.id = ${sitting_item_id} and w.kind = any(${said}::text[])
       and w.state not in ('dropped', 'withdrawn', 'inadmissible') and ${isTextSeen(me, today)}
     group by s.organisation_id, s.id`.execute(db)
  const sitting = rows[0]
  if (!sitting) return null
  const { sitting_id, sitting_title, texts, minutes } = sitting
  return { sitting_id, sitting_title, texts, minutes, budget: (await speakingTimeOf(sitting, { db })).minutes }
}
