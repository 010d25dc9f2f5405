import type { Circumstances } from "../../kernel/rule.ts"
import type { Ballot } from "./ballot.ts"
import type { Choice } from "./choice.ts"
import type { Found } from "./outcome.ts"
import { hasPapers } from "./has-papers.ts"
import { openedVotes } from "./secret/opened-votes.ts"
import { figuresOf } from "./typings.ts"

/** All that was voted, by name, in secret, by hand and on paper; refuses what is not whole. */
export const foundOf = async (ballot: Ballot, given: Circumstances): Promise<Found> => {
  if (ballot.manner === "named") return { choices: await namedChoices(ballot, given), nulls: 0, figures: null }
  if (ballot.manner !== "secret") return { choices: [], nulls: 0, figures: await figuresOf(ballot, given) }
  const { choices, nulls } = await openedVotes(ballot, given)
  return { choices, nulls, figures: (await hasPapers(ballot, given)) ? await figuresOf(ballot, given) : null }
}

const namedChoices = async ({ id }: Ballot, { db }: Circumstances): Promise<Choice[]> => {
  const cast = await db.selectFrom("ballot_votes").select("choice").where("ballot_id", "=", id).execute()
  return cast.map(({ choice }) => choice)
}
