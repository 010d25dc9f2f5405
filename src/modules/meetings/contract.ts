export {
  itemAccepted,
  itemAdded,
  itemChanged,
  itemMerged,
  itemProposed,
  itemRefused,
  meetingCancelled,
  meetingChanged,
  meetingPrepared,
  meetingRescheduled,
} from "./events.ts"
export type { Meeting, Step } from "./meeting.ts"
export { votersPresent } from "./attendance/present.ts"
export { isPaperHung, isPaperOpen } from "./agenda/paper-door.ts"
export { isConfidentialReadBy, isSeen } from "./seen.ts"
export { findMeeting, findMeetingToChange } from "./store.ts"
export { writtenIn } from "./written-in.ts"
export { writeMeeting } from "./write-meeting.ts"
export type { AgendaItemRow, MeetingRow, MeetingState, MeetingTypeRow } from "./tables.ts"
export { lastDaysToConvene } from "./last-day.ts"
export { nextInvitationsOf } from "./convocation/next-invitations.ts"
export { decidedByVote, itemsToDecide } from "./attendance/decided-by-vote.ts"
export { handProxy } from "./attendance/proxies.ts"
export { proxiesForVote, type ProxyForVote, proxyAtMeeting } from "./attendance/proxies-for-vote.ts"
export { roomForVote, type RoomForVote } from "./attendance/room-for-vote.ts"
export { isStillWritten } from "./attendance/may-hold.ts"
export { bringItem } from "./agenda/bring.ts"
export { isItemConfidential, itemsWithin, whereaboutsOf } from "./agenda/whereabouts.ts"
