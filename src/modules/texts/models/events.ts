import { event } from "../../../kernel/event.ts"

type About = { modelId: string; bodyId: string }
export const textModelAdded = event<About>()("textModels.added")
export const textModelWritten = event<About>()("textModels.written")
export const textModelEnded = event<About>()("textModels.ended")
