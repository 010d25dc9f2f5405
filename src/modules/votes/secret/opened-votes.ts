import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Opened } from "../../../kernel/sealed-ballots/open-urn.ts"
import type { Ballot } from "../ballot.ts"
import { type Choice, choiceFor } from "../choice.ts"
import { choiceOf } from "./question-of.ts"

/** The votes of an urn once two tellers have opened it and found the same. */
export const openedVotes = async (
  ballot: Ballot,
  { db }: Pick<Circumstances, "db">,
): Promise<{ choices: Choice[]; nulls: number }> => {
  const openings = await db.selectFrom("ballot_openings").select("opened").where("ballot_id", "=", ballot.id).execute()
  const found = openings.flatMap(({ opened }) => (opened ? [opened] : []))
  if (found.length === 0) return (await isEmpty(ballot, db)) ? { choices: [], nulls: 0 } : refuse("votes.not_opened")
  if (found.length < 2) return refuse("votes.one_opening")
  const first = found[0]!
  if (found.some((other) => asText(other) !== asText(first))) refuse("votes.openings_differ")
  const { votes, nulls } = first
  return { choices: votes.map((vote) => choiceFor(ballot, choiceOf(ballot, vote))), nulls }
}

const asText = ({ votes, nulls }: Opened) =>
  JSON.stringify([
    nulls,
    votes
      .map(({ blank, marks }) => [blank, ...marks])
      .map(String)
      .toSorted(),
  ])

/** Nobody voted on a screen: there is nothing to open. */
const isEmpty = async ({ id }: Ballot, db: Circumstances["db"]) =>
  (await db.selectFrom("ballot_sealed").select("receipt").where("ballot_id", "=", id).limit(1).execute()).length === 0
