import { event } from "../../../kernel/event.ts"

type About = { textId: string; bodyId: string }
export const textSourceAdded = event<About & { sourceId: string }>()("texts.sourceAdded")
export const textSourceRemoved = event<About & { sourceId: string }>()("texts.sourceRemoved")
/** Looked at again and still right; `until`: null when nobody says until when. */
export const textRenewed = event<About & { until: string | null }>()("texts.renewed")

type Cited = { citationId: string; sheetId: string; bodyId: string }
export const sheetCited = event<Cited>()("texts.cited")
export const citationRefreshed = event<Cited>()("texts.citationRefreshed")
export const citationRemoved = event<Cited>()("texts.citationRemoved")
