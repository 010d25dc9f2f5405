import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { decisionOfElection } from "../decisions/contract.ts"
import { findMeeting, votersPresent } from "../meetings/contract.ts"
import { changeElection } from "./change.ts"
import { closeElection } from "./close.ts"
import { countedBy } from "./counted.ts"
import { electedByConsent } from "./elected.ts"
import { type Election, stepOf } from "./election.ts"
import { closeChanges } from "./nominations/close-changes.ts"
import { openChanges } from "./nominations/open-changes.ts"
import { revealNominations } from "./nominations/reveal.ts"
import { openElection } from "./open.ts"
import { decideByConsent } from "./proclaim/decide.ts"
import { followUp } from "./proclaim/follow-up.ts"
import { proclaimElection } from "./proclaim/proclaim.ts"
import { elect } from "./proposals/elect.ts"
import { goOn } from "./proposals/go-on.ts"
import { propose } from "./proposals/propose.ts"
import { type Nomination, type Participant, type Proposal, nominationsOf, participantsOf, proposalsOf } from "./said.ts"
import { findElection } from "./seen.ts"
import { whatOf } from "./what.ts"

/** One election without candidate: the role, who has spoken, what is asked of oneself now, and all that was said once it is shown. */
export const readElection = read({
  name: "consent.read",
  input: z.object({ electionId: z.uuid() }),
  find: ({ electionId }, given) => findElection(electionId, given),
  allow: isSignedIn,
  async run({ subject: election, ...given }) {
    const { actor, db } = given
    const me = actor.personId!
    const moves = [changeElection, openElection, revealNominations, openChanges, closeChanges]
    const acts = await may(
      election,
      [...moves, propose, goOn, elect, closeElection, decideByConsent, proclaimElection],
      given,
    )
    const what = await whatOf(election, { db })
    const participants = await participantsOf(election, given)
    const said = election.revealed_at ? await nominationsOf(election, "all", given) : null
    const [mine] = said ? said.filter(({ person_id }) => person_id === me) : await nominationsOf(election, me, given)
    const proposals = await proposalsOf(election, given)
    const current = proposals.find(({ id }) => id === election.proposal_id) ?? null
    return {
      election: shown(election, what),
      meeting: await meetingOf(election, given),
      participants,
      nominations: said,
      counted: said && countedBy(said),
      current,
      past: proposals.filter((one) => one !== current),
      me: {
        person_id: me,
        nomination: mine ?? null,
        answer: current?.answers.find(({ person_id }) => person_id === me) ?? null,
        asked: askedOf(election, me, { participants, mine: mine ?? null, current }),
      },
      /** In one sentence, once somebody is elected. */
      result: (await electedByConsent(election.id, actor.language, given))?.words ?? null,
      decision: await decisionOfElection(election.id, given),
      ...(await followUp(election, acts, given)),
      may: acts,
    }
  },
})

const shown = (election: Election, what: string) => ({
  id: election.id,
  body_id: election.body_id,
  body_name: election.body_name,
  zone: election.zone,
  what,
  function_id: election.function_id,
  role: election.role,
  criteria: election.criteria,
  term: election.term,
  meeting_id: election.meeting_id,
  electorate: election.electorate,
  functions: election.functions,
  roll_id: election.roll_id,
  opened_at: election.opened_at,
  elected_at: election.elected_at,
  closed_at: election.closed_at,
  closed_reason: election.closed_reason,
  step: stepOf(election),
})

/** The meeting, and how many are in its room with a vote: they may take part instead of those of the roll. */
const meetingOf = async ({ meeting_id }: Election, { db }: Circumstances) => {
  const meeting = meeting_id ? await findMeeting(meeting_id, db) : undefined
  return meeting
    ? { id: meeting.id, title: meeting.title, present: (await votersPresent(meeting.id, db)).length }
    : null
}

type Heard = { participants: Participant[]; mine: Nomination | null; current: Proposal | null }

/** What is asked of somebody now; `last`: the person proposed answers once the others have. */
export const askedOf = (
  election: Election,
  me: string,
  { participants, mine, current }: Heard,
): "name" | "change" | "answer" | "last" | null => {
  const step = stepOf(election)
  const self = participants.find(({ person_id }) => person_id === me)
  if (step === "nominations") return self && !mine ? "name" : null
  if (step === "changes") return mine && !mine.turned_at ? "change" : null
  if (step !== "consent" || !current || current.answers.some(({ person_id }) => person_id === me)) return null
  if (current.person_id !== me) return self ? "answer" : null
  const waits = participants.some(({ person_id, answered }) => person_id !== me && !answered)
  return waits && !current.went_on_reason ? "last" : "answer"
}
