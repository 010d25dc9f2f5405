export { capabilities, type Capability } from "./capabilities.ts"
export { profiles } from "./profiles/profiles.ts"
export { type AssemblyPlace, assemblyPlaces, assemblyQuestions, assemblyRules } from "./profiles/assemblies.ts"
export { knownDays, occasionsOpen, type OpenOccasion } from "./profiles/year.ts"
export type { Profile } from "./profiles/profile.ts"
export { foundBody, type ProfileKey, profileKeys } from "./found.ts"
export type { BodyRow, Means, RuleRow } from "./tables.ts"
export { bodyClosed, bodyFounded } from "./events.ts"
export { findBody, findBodyEvenClosed, findBodyToClose } from "./store.ts"
export { ruleOf, ruleOfMany, type RuleOfBody, rulesOfMany, ruleWithReasonOf } from "./rule-of.ts"
export { numbered, takeNumber, takeNumbers } from "./take-number.ts"
export { lockTree, moveBodyRow, writeOrigin } from "./tree.ts"
export { ruleValueAsked, ruleValueFor, ruleValueSaid, supposing } from "./suppose.ts"
export { rulebooksOf } from "./rule-of.ts"
export { ruleName } from "./rule-name.ts"
export {
  type BodyChanges,
  changeBodyRow,
  closeBodyRow,
  insertMissingRules,
  insertOwnRule,
  isCodeTaken,
} from "./write.ts"
export {
  findKeyDateToRemove,
  insertKeyDate,
  type KeyDate,
  keyDateKinds,
  keyDatesOf,
  removeKeyDate,
} from "./key-dates.ts"
