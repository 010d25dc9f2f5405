import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { dayOf } from "../../kernel/clock.ts"
import type { Event } from "../../kernel/event.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { say } from "../../words.ts"
import { findBody } from "../bodies/contract.ts"
import { votersPresent } from "../meetings/contract.ts"
import { rollRuleOf, votersOfRoll, writeRoll } from "../members/contract.ts"
import { atStep, type Election } from "./election.ts"
import { electionOpened } from "./events.ts"
import { findElectionToMove, leads } from "./seen.ts"
import { whatOf } from "./what.ts"

/** More would not hear one another out; it bounds what one page shows, too. Ours, no text says a number. */
export const MOST = 200

/** Opens the nominations: freezes who takes part, those of the roll or those who are in the room. */
export const openElection = command({
  name: "consent.open",
  input: z.object({ electionId: z.uuid(), among: z.enum(["roll", "present"]) }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input: { among }, subject: election, ...given }) {
    const { actor, db, now } = given
    atStep(election, "role")
    const { people, rollId, rolled } =
      among === "present" ? await thoseThere(election, given) : await thoseOfRoll(election, given)
    await db
      .insertInto("consent_participants")
      .values(people.map((person_id) => ({ organisation_id: actor.organisation, election_id: election.id, person_id })))
      .execute()
    await db
      .updateTable("consent_elections")
      .set({ opened_at: now, opened_by: actor.personId, roll_id: rollId })
      .where("id", "=", election.id)
      .execute()
    return [
      electionOpened({ electionId: election.id, bodyId: election.body_id, participants: people.length }),
      ...rolled,
    ]
  },
})

type Those = { people: string[]; rollId: string | null; rolled: Event[] }

const thoseThere = async ({ meeting_id }: Election, { db }: Circumstances): Promise<Those> => {
  const people = meeting_id ? await votersPresent(meeting_id, db) : []
  if (people.length === 0) refuse("consent.nobody_present")
  return { people: fewEnough(people), rollId: null, rolled: [] }
}

const thoseOfRoll = async (election: Election, given: Circumstances): Promise<Those> => {
  const { db, now } = given
  const body = (await findBody(election.body_id, db)) ?? refuse("not_found", {}, 404)
  const onDay = dayOf(now, body.zone)
  const rule = await rollRuleFor(election, body, given)
  const title = say(given.actor.language, "consent.election.of", { what: await whatOf(election, { db }) })
  const rolled = await writeRoll(body, { title, onDay, rule }, given)
  const { rollId } = rolled.facts
  const { rows } = await votersOfRoll(rollId, { limit: MOST + 1, after: 0 }, db)
  return { people: fewEnough(rows.map(({ person_id }) => person_id)), rollId, rolled: [rolled] }
}

/** The rule by which its roll is made: as the rulebook says, or as it was prepared. */
export const rollRuleFor = async (
  { electorate, functions }: Pick<Election, "electorate" | "functions">,
  body: NonNullable<Awaited<ReturnType<typeof findBody>>>,
  { db, now }: Pick<Circumstances, "db" | "now">,
) => {
  const { rule: usual } = await rollRuleOf(body, dayOf(now, body.zone), db)
  return { ...usual, who: electorate === "rulebook" ? usual.who : electorate, functions }
}

const fewEnough = (people: string[]): string[] =>
  people.length > MOST ? refuse("consent.too_many", { most: MOST }) : people
