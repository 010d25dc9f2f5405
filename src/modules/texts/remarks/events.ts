import { event } from "../../../kernel/event.ts"

type About = { remarkId: string; textId: string; bodyId: string }
export const textRemarked = event<About & { suggests: boolean }>()("texts.remarked")
export const suggestionTaken = event<About>()("texts.suggestionTaken")
export const remarkSettled = event<About & { state: string }>()("texts.remarkSettled")
