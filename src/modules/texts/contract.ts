export { findTexts, type TextFilters, textFilters, type TextLine } from "./list.ts"
export { isTextSeen, findSeenText, findTextToChange, type Text } from "./seen.ts"
export { isAuthorOfText, mayReadOver, mayWriteText } from "./may-write.ts"
export { beginText } from "./begin.ts"
export { insertText } from "./begin.ts"
export { leave } from "./lodge.ts"
export { becomes } from "./note-outcome.ts"
export { setField } from "./set-field.ts"
export { stillOpen } from "./save.ts"
export { takeWords } from "./take-words.ts"
export { answersDue } from "./answers-due.ts"
export { type TextKind, textKinds } from "./kinds.ts"
export { openStates, type TextState } from "./flow.ts"
export {
  textChanged,
  textDropped,
  textLodged,
  textOutcomeNoted,
  textReopened,
  textSaved,
  textBegun,
  textSigned,
  textValidated,
} from "./events.ts"
export type { TextRow } from "./tables.ts"
