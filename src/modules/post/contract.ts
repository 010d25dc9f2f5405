export { type Composed, type Composer, composes, type LateAttachment, type Sending } from "./composers.ts"
export {
  type CalendarHandler,
  type CopyHandler,
  onCalendarReply,
  onCopy,
  onReply,
  type Reply,
  type ReplyHandler,
} from "./replies.ts"
export { forgetLetters, holdRestored, type LetterOrder, queueLetters, withdrawLetters } from "./queue.ts"
export { type Delivered, deliverDue, isExample } from "./deliver.ts"
export { type Received, receiveMail } from "./receive.ts"
export { postLetters } from "./post.ts"
export { mailboxOf, type PostOffice, postOffice } from "./office.ts"
export type { SendingRow, SendingState } from "./tables.ts"
export { markPosted } from "./post.ts"
