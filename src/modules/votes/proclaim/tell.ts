import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { sql } from "kysely"
import { queueLetters } from "../../post/contract.ts"
import type { Ballot } from "../ballot.ts"
import { houseLanguage } from "./house-language.ts"

export type ToldAs = "vote-elected" | "vote-not-elected"

/** Those of these people who can be written to by mail: who wants paper, or has no address, is told by word of mouth. */
export const reachable = async (personIds: readonly string[], { db, now }: Circumstances) => {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: string; email: string }>`
    select p.id, p.email from people p
     where p.id = any(${[...personIds]}::uuid[]) and p.email is not null and not p.post_only
       and (p.left_on is null or p.left_on >= ${dayOf(now)}::date) order by p.id`.execute(db)
  return rows
}

/** Queues the letters of a proclamation, in the act that proclaims, which is done once; answers how many. */
export const tell = async (
  ballot: Ballot,
  people: readonly { person_id: string }[],
  kind: ToldAs,
  given: Circumstances,
): Promise<number> => {
  const reached = await reachable(
    people.map(({ person_id }) => person_id),
    given,
  )
  if (reached.length === 0) return 0
  const language = await houseLanguage(given)
  await queueLetters(
    reached.map(({ id, email }) => ({
      kind,
      bodyId: ballot.body_id,
      personId: id,
      means: "email",
      address: email,
      subject: say(language, `votes.letter.${kind}.subject`, { title: ballot.title }),
      content: { ballot_id: ballot.id },
    })),
    given,
  )
  return reached.length
}
