import { event } from "../../../kernel/event.ts"

/** How fast somebody speaks is theirs: the journal says only that they did. */
export const textTimed = event<{ textId: string; bodyId: string }>()("texts.timed")
