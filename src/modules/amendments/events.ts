import { event } from "../../kernel/event.ts"

type Version = { baseId: string; bodyId: string; number: number }
export const baseBrought = event<Version>()("bases.brought")
export const baseVersionBrought = event<Version>()("bases.versionBrought")
export const baseMended = event<Version & { revision: number }>()("bases.mended")
/** `stand` amendments follow the new version, `snagged` must be taken up by hand. */
export const baseAdopted = event<Version & { stand: number; snagged: number }>()("bases.adopted")

type Amendment = { amendmentId: string; baseId: string; bodyId: string; textId: string | null }
export const amendmentBegun = event<Amendment>()("amendments.begun")
export const amendmentWritten = event<Amendment>()("amendments.written")
export const otherNoted = event<Amendment>()("amendments.otherNoted")
/** What an assembly published: `added` are new, `changed` were noted before, `left` are ours. */
export const othersTaken = event<{ baseId: string; bodyId: string; added: number; changed: number; left: number }>()(
  "amendments.othersTaken",
)
export const otherOutcomeNoted = event<Amendment & { outcome: string | null }>()("amendments.outcomeNoted")
