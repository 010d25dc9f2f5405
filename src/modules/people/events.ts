import { event } from "../../kernel/event.ts"

export const personAdded = event<{ personId: string; bodyId: string }>()("people.added")
/** `fields` names what was changed, never its value: erasure stays possible. */
export const personChanged = event<{ personId: string; fields: string[] }>()("people.changed")
export const personLeft = event<{ personId: string; on: string }>()("people.left")
export const personReturned = event<{ personId: string }>()("people.returned")
/** Which letters somebody wants to receive, of those one may do without. */
export const lettersChosen = event<{ personId: string; kind: string; wanted: boolean }>()("people.lettersChosen")
export const peopleImported = event<{
  importId: string
  bodyId: string
  created: number
  updated: number
  unchanged: number
  known: number
  refused: number
}>()("people.imported")
