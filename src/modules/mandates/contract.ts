export { isIn, isPersonSeen, mayBeSeen, mustSee, readsContact, seen, type Sight, sightOf } from "./sight.ts"
export { allUnder, either, isAmong, isOneOf, onlyBodies, type Scope, scopeIn } from "./scope.ts"
export { seesReasonsOf } from "./sees-reasons.ts"
export { capabilities, type Capability } from "../bodies/contract.ts"
export {
  bodiesOf,
  bodiesWhere,
  holds,
  holdsForPerson,
  isGiven,
  isGivenThing,
  isOfBody,
  placesWhere,
  type Reason,
  reasons,
  someoneHolds,
  type Who,
} from "./rights.ts"
export type { FunctionRow, GrantRow, MandateRow, MembershipRow, Ring } from "./tables.ts"
export { addFunction, foundFunctions, foundMandate } from "./found.ts"
export { type Convened, type Member, membersOf } from "./members-of.ts"
export { insertMembership } from "./memberships/store.ts"
export { membershipBegun } from "./memberships/events.ts"
export { type MembershipDates, membershipDates } from "./memberships/dates.ts"
export { endAllIn, endAllOf } from "./end-all.ts"
export { mandateEnded, mandateRecorded } from "./events.ts"
export { reasonWords } from "./reason-words.ts"
export { type FunctionDefinition, endFunctionRow, insertFunction, updateFunction } from "./functions/write.ts"
export { findFunctionToChange, seatsOf } from "./store.ts"
export { findPayingMembership, setDuesUntil } from "./memberships/dues.ts"
export { enterRing } from "./memberships/enter.ts"
export { fallsShort } from "./falls-short.ts"
export { isInOffice, type Warning } from "./warnings.ts"
export { writeMandate } from "./record.ts"
export { type Holder, holdersOn, warningsBroughtBy } from "./foresee.ts"
