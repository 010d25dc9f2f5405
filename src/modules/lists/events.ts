import { event } from "../../kernel/event.ts"

type OfList = { listId: string }

export const listMade = event<OfList & { bodyId: string; people: number }>()("lists.made")
export const listChanged = event<OfList>()("lists.changed")
export const peopleListed = event<OfList & { people: number }>()("lists.peopleAdded")
export const personUnlisted = event<OfList & { personId: string }>()("lists.personRemoved")
/** The outcome, never what was said. */
export const lineNoted = event<OfList & { personId: string; outcome: string | null }>()("lists.lineNoted")
export const listsForgotten = event<{ lists: number }>()("lists.forgotten")
