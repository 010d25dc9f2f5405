export { findTexts, type TextFilters, textFilters, type TextLine } from "./list.ts"
export { isTextSeen, findSeenText, findTextToChange, type Text } from "./seen.ts"
export { isAuthorOfText, mayReadOver, mayWriteText } from "./may-write.ts"
export { beginText } from "./begin.ts"
export { stillOpen } from "./save.ts"
export { takeWords } from "./take-words.ts"
export { type TextKind, textKinds } from "./kinds.ts"
export { openStates, type TextState } from "./flow.ts"
export {
  textChanged,
  textDropped,
  textLodged,
  textOutcomeNoted,
  textReopened,
  textSaved,
  textValidated,
} from "./events.ts"
export type { TextRow } from "./tables.ts"
