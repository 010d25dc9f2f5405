import { json } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { notClosed } from "../call.ts"
import { candidacyAnswered } from "../events.ts"
import type { Candidature } from "../seen.ts"
import type { Standing } from "../standing.ts"

/** Writes what was answered to a candidacy, with what the rule said then. An answer may be thought over until the order is drawn. */
export const respond = async (
  { candidacy, ...call }: Candidature,
  { admitted, reason, standing }: { admitted: boolean; reason: string | null; standing: Standing },
  { actor, db, now }: Circumstances,
) => {
  notClosed(call)
  if (candidacy.withdrawn_at) refuse("calls.withdrawn")
  await db
    .updateTable("candidacies")
    .set({ admitted, reason, standing: json(standing), answered_at: now, answered_by: actor.personId })
    .where("id", "=", candidacy.id)
    .execute()
  return candidacyAnswered({ callId: call.id, candidacyId: candidacy.id, admitted })
}
