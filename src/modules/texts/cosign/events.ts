import { event } from "../../../kernel/event.ts"

type About = { textId: string; bodyId: string }
export const cosignaturesAsked = event<About & { cosignatureIds: string[]; until: string }>()("texts.cosignaturesAsked")
export const cosignatureAnswered = event<About & { cosignatureId: string; signs: boolean }>()(
  "texts.cosignatureAnswered",
)
export const cosignersReminded = event<About & { cosignatureIds: string[] }>()("texts.cosignersReminded")
export const cosignatureWithdrawn = event<About & { cosignatureId: string }>()("texts.cosignatureWithdrawn")
