import { event } from "../../kernel/event.ts"

/** The body took a first list of skills; `count`: how many. */
export const skillsBegun = event<{ bodyId: string; count: number }>()("skills.begun")
export const skillAdded = event<{ skillId: string; bodyId: string }>()("skills.added")
export const skillChanged = event<{ skillId: string; bodyId: string }>()("skills.changed")
export const skillEnded = event<{ skillId: string; bodyId: string }>()("skills.ended")
export const skillReopened = event<{ skillId: string; bodyId: string }>()("skills.reopened")
export const themeAdded = event<{ themeId: string; bodyId: string }>()("skills.themeAdded")
export const themeRenamed = event<{ themeId: string; bodyId: string }>()("skills.themeRenamed")
export const themesOrdered = event<{ bodyId: string }>()("skills.themesOrdered")
export const themeEnded = event<{ themeId: string; bodyId: string }>()("skills.themeEnded")
export const themeReopened = event<{ themeId: string; bodyId: string }>()("skills.themeReopened")
/** People were written to, to say what they can do; `unreached` have neither e-mail nor address. */
export const sheetsAsked = event<{
  bodyId: string
  people: number
  byMail: number
  byPost: number
  unreached: number
  recent: number
}>()("skills.asked")
export const sheetSaid = event<{ bodyId: string; personId: string; skills: number; shared: boolean }>()("skills.said")
export const sheetWithdrawn = event<{ bodyId: string; personId: string }>()("skills.withdrawn")
/** Asks not to be asked again each year, or to be. */
export const yearlyDeclined = event<{ bodyId: string; personId: string; declined: boolean }>()("skills.yearlyDeclined")
export const helpAsked = event<{ skillId: string; personId: string }>()("skills.helpAsked")
/** Sheets of people who are of the body no more were let go of. */
export const sheetsForgotten = event<{ people: number }>()("skills.forgotten")
