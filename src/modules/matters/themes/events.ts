import { event } from "../../../kernel/event.ts"

type OfTheme = { themeId: string; bodyId: string }
export const themesBegun = event<{ bodyId: string; count: number }>()("themes.begun")
export const themeAdded = event<OfTheme>()("themes.added")
export const themeRenamed = event<OfTheme>()("themes.renamed")
export const themeMoved = event<OfTheme>()("themes.moved")
export const themeEnded = event<OfTheme>()("themes.ended")
export const themeReopened = event<OfTheme>()("themes.reopened")
