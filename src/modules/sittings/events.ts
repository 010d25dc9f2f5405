import { event } from "../../kernel/event.ts"
import type { Outcome, Stance } from "./kinds.ts"

export const assemblyFollowed = event<{ assemblyId: string; bodyId: string }>()("assemblies.followed")

export const assemblyRulesAnswered = event<{ assemblyId: string; bodyId: string; keys: string[] }>()(
  "assemblies.rulesAnswered",
)

export const sittingRecorded = event<{ sittingId: string; assemblyId: string; bodyId: string }>()("sittings.recorded")

type Papers = { receiptId: string; sittingId: string; bodyId: string }
export const papersReceived = event<Papers>()("sittings.received")
/** Some of what was received has its lines; `line` is the place of the archive among them, `from` the entry that comes next. */
export const papersUnpacked = event<Papers & { line: number; from: number }>()("sittings.unpacked")

type Item = { itemId: string; sittingId: string; bodyId: string }
export const sittingItemAdded = event<Item>()("sittings.itemAdded")
export const sittingItemAssigned = event<Item & { readerId: string | null }>()("sittings.assigned")
export const stanceTaken = event<Item & { stance: Stance | null }>()("sittings.stanceTaken")
export const sittingItemAttached = event<Item & { matterId: string | null }>()("sittings.attached")
export const outcomeNoted = event<Item & { outcome: Outcome | null }>()("sittings.outcomeNoted")
