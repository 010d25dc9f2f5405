import { event } from "../../kernel/event.ts"
import type { TextKind } from "./kinds.ts"

type About = { textId: string; bodyId: string }

export const textBegun = event<About & { kind: TextKind }>()("texts.begun")
/** Written, or its form changed; `merged`: with what another wrote meanwhile. */
export const textSaved = event<About & { version: number; merged: boolean }>()("texts.saved")
export const textChanged = event<About>()("texts.changed")
export const textVersionKept = event<About & { number: number }>()("texts.versionKept")
export const textVersionRestored = event<About & { number: number }>()("texts.versionRestored")
export const textGiven = event<About & { readerIds: string[] }>()("texts.given")
export const textRead = event<About>()("texts.wasRead")
export const textValidated = event<About & { kind: TextKind; year: number; number: number }>()("texts.validated")
export const textSigned = event<About>()("texts.signed")
export const textLodged = event<About & { kind: TextKind; on: string }>()("texts.lodged")
export const textOutcomeNoted = event<About & { outcome: string }>()("texts.outcomeNoted")
export const textReopened = event<About>()("texts.reopened")
export const textDropped = event<About>()("texts.dropped")
