import { event } from "../../../kernel/event.ts"

/**
 * `late`: after the last lawful day, by urgency or owned up to as irregular. `tooSoon`: a second convocation before its day,
 * owned up to as irregular. The reasons stand on the meeting.
 */
export const meetingConvened = event<{
  meetingId: string
  people: number
  byMail: number
  byPost: number
  late: boolean
  tooSoon?: boolean
}>()("meetings.convened")
/** Beside those of the type of meeting, without a vote. */
export const guestInvited = event<{ meetingId: string; personId: string }>()("guests.invited")
/** `told`: the convocation had left, and a letter says that it holds no more. */
export const guestWithdrawn = event<{ meetingId: string; personId: string; told?: boolean }>()("guests.withdrawn")
/** `through`: link, calendar, app, secretariat. What was answered is read on the invitation: it may change until the meeting opens. */
export const invitationAnswered = event<{ invitationId: string; meetingId: string; answer: string; through: string }>()(
  "invitations.answered",
)
/** A calendar answered, and nobody can be sure for whom; the secretariat said for whom, or that it was for no one. */
export const strayKept = event<{ strayId: string; meetingId: string }>()("strays.kept")
export const strayAttributed = event<{ strayId: string; invitationId: string; meetingId: string }>()(
  "strays.attributed",
)
export const straySetAside = event<{ strayId: string; meetingId: string }>()("strays.setAside")
export const proxyGiven = event<{ proxyId: string; meetingId: string; through: string }>()("proxies.given")
export const proxyWithdrawn = event<{ proxyId: string; meetingId: string }>()("proxies.withdrawn")
/** The agenda as it is now, sent again to all who were convened. */
export const changesSent = event<{ meetingId: string; sequence: number; people: number }>()("meetings.changesSent")
export const remindersSent = event<{ meetingId: string; people: number }>()("invitations.reminded")
