import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { lineOfRoll, reasonsInWords } from "../members/contract.ts"
import type { Ballot } from "./ballot.ts"
import { mustHoldLink } from "./links/must-hold-link.ts"

/**
 * Whose vote is given, and by whose hand where it is not their own. Refuses who may not vote, and who has no proxy of that person;
 * whoever holds a proxy need not be on the roll themselves unless the proxy was only taken from voters.
 */
export const voterOf = async (
  ballot: Pick<Ballot, "roll_id" | "operation_id">,
  forId: string | undefined,
  { actor, db }: Circumstances,
): Promise<{ voterId: string; byId: string | null }> => {
  if (actor.via === "link") await mustHoldLink(ballot.operation_id, { actor, db })
  const me = actor.personId!
  const voterId = forId ?? me
  if (voterId !== me) {
    const proxy = await db
      .selectFrom("operation_proxies")
      .select("giver_id")
      .where("operation_id", "=", ballot.operation_id)
      .where("giver_id", "=", voterId)
      .where("holder_id", "=", me)
      .forShare()
      .executeTakeFirst()
    if (!proxy) refuse("votes.no_proxy")
  }
  await mustBeEntitled(ballot, voterId, { actor, db })
  return { voterId, byId: voterId === me ? null : me }
}

export const mustBeEntitled = async (
  { roll_id }: Pick<Ballot, "roll_id">,
  personId: string,
  { actor, db }: Pick<Circumstances, "actor" | "db">,
) => {
  const line = (await lineOfRoll(roll_id!, personId, db)) ?? refuse("votes.not_on_roll")
  if (!line.entitled) refuse("votes.not_entitled", { why: reasonsInWords(line.reasons, actor.language) })
}
