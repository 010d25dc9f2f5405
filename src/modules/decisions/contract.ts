export { decisionCorrected, decisionTaken } from "./events.ts"
export { type Frozen, type FrozenQuorum, recordDecision, type Waiver } from "./record.ts"
export { correctDecision, findDecisionToChange } from "./correct.ts"
export { decisionOfBallot, decisionOfElection, findBallotDecision, findElectionDecision } from "./of-ballot.ts"
export { type DecisionOfMeeting, decisionNumber, decisionsOfMeeting } from "./of-meeting.ts"
export { type How, type Result, resultOf, stillQuorate, type Vote, type Votes } from "./result.ts"
export type { DecisionRow } from "./tables.ts"
export { type DecisionFilters, decisionFilters, type DecisionLine, findDecisions } from "./register/list.ts"
export { decisionNamed, decisionWords, findNamed as findNamedDecision } from "./named.ts"
export { readDecision } from "./register/read-decision.ts"
export { isDecisionSeen } from "./register/seen.ts"
export {
  decisionCarriedOut,
  decisionReinstated,
  decisionReopened,
  decisionSuperseded,
  reviewSet,
} from "./register/events.ts"
