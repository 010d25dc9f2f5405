export { type DecisionFilters, decisionFilters, type DecisionLine, findDecisions } from "./register/list.ts"
export { isDecisionSeen } from "./register/seen.ts"
export {
  decisionCarriedOut,
  decisionReinstated,
  decisionReopened,
  decisionSuperseded,
  reviewSet,
} from "./register/events.ts"
