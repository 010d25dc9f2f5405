import { event } from "../../kernel/event.ts"

export const matterOpened = event<{ matterId: string; bodyId: string }>()("matters.opened")
export const matterChanged = event<{ matterId: string }>()("matters.changed")
export const matterClosed = event<{ matterId: string }>()("matters.closed")
export const matterWatched = event<{ matterId: string; personId: string; pace: string }>()("matters.watched")
export const matterReopened = event<{ matterId: string }>()("matters.reopened")
