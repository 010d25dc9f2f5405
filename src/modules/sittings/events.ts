import { event } from "../../kernel/event.ts"
import type { AttendanceState, Outcome, Stance } from "./kinds.ts"

export const assemblyFollowed = event<{ assemblyId: string; bodyId: string }>()("assemblies.followed")

export const assemblyRulesAnswered = event<{ assemblyId: string; bodyId: string; keys: string[] }>()(
  "assemblies.rulesAnswered",
)

type Assembly = { assemblyId: string; bodyId: string }
export const assemblyChanged = event<Assembly>()("assemblies.changed")
export const assemblyGroupAdded = event<Assembly & { groupId: string }>()("assemblies.groupAdded")
export const assemblyGroupChanged = event<Assembly & { groupId: string }>()("assemblies.groupChanged")
export const assemblyGroupEnded = event<Assembly & { groupId: string }>()("assemblies.groupEnded")
export const assemblyMemberAdded = event<Assembly & { memberId: string }>()("assemblies.memberAdded")
export const assemblyMemberChanged = event<Assembly & { memberId: string }>()("assemblies.memberChanged")
type Imported = { created: number; changed: number; left: number; refused: number; groups: number }
export const assemblyMembersImported = event<Assembly & Imported>()("assemblies.membersImported")

export const sittingRecorded = event<{ sittingId: string; assemblyId: string; bodyId: string }>()("sittings.recorded")

type Papers = { receiptId: string; sittingId: string; bodyId: string }
export const papersReceived = event<Papers>()("sittings.received")
/** Some of what was received has its lines; `line` is the place of the archive among them, `from` the entry that comes next. */
export const papersUnpacked = event<Papers & { line: number; from: number }>()("sittings.unpacked")

/** A paper has its item, and its words can be read. */
export const paperRead = event<{ fileId: string; itemId: string }>()("sittings.paperRead")

type Item = { itemId: string; sittingId: string; bodyId: string }
export const sittingItemAdded = event<Item>()("sittings.itemAdded")
export const sittingItemRestored = event<Item>()("sittings.itemRestored")
type Agenda = { sittingId: string; bodyId: string; added: number; renamed: number; removed: number }
export const agendaTaken = event<Agenda>()("sittings.agendaTaken")
export const sittingItemAssigned = event<Item & { readerId: string | null }>()("sittings.assigned")
export const sharedOut = event<{ sittingId: string; bodyId: string; items: number }>()("sittings.sharedOut")
export const wishesSaid = event<{ sittingId: string; bodyId: string; personId: string }>()("sittings.wishesSaid")
export const sheetWritten = event<Item & { ready: boolean }>()("sittings.sheetWritten")
export const stanceTaken = event<Item & { stance: Stance | null }>()("sittings.stanceTaken")
export const itemBrought = event<Item & { meetingId: string; agendaItemId: string }>()("sittings.itemBrought")
/** A decision of ours is the origin of the position. */
export const positionDecided = event<Item & { decisionId: string }>()("sittings.positionDecided")
export const lineNoted = event<Item & { affiliationId: string; stance: Stance | null }>()("sittings.lineNoted")
export const speechShared = event<Item>()("sittings.speechShared")
type Sitting = { sittingId: string; bodyId: string }
export const speakingTimeSet = event<Sitting & { minutes: number | null }>()("sittings.speakingTimeSet")
type Attendance = Sitting & { personId: string; state: AttendanceState | null }
export const attendanceNoted = event<Attendance>()("sittings.attendanceNoted")
export const sittingItemAttached = event<Item & { matterId: string | null }>()("sittings.attached")
export const outcomeNoted = event<Item & { outcome: Outcome | null }>()("sittings.outcomeNoted")

/** Ours voted otherwise than was decided, and this is why. */
export const apartExplained = event<Item>()("sittings.apartExplained")
export const promiseNoted = event<Sitting & { promiseId: string; itemId: string | null; taskId: string }>()(
  "sittings.promiseNoted",
)
/** Another day, hour, place or name; `day` is the one it now has. */
export const sittingChanged = event<Sitting & { day: string }>()("sittings.changed")
export const outcomesNoted = event<Sitting & { items: number }>()("sittings.outcomesNoted")
export const stepSettled = event<Sitting & { step: string; done: boolean }>()("sittings.stepSettled")
/** The minutes of the assembly came and were set beside ours; `differences` is how many there were. */
export const minutesCompared = event<Sitting & { differences: number }>()("sittings.minutesCompared")
export const minutesApproved = event<Sitting & { on: string }>()("sittings.minutesApproved")
