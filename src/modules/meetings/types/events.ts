import { event } from "../../../kernel/event.ts"

type TypeFacts = { typeId: string; bodyId: string }
export const typeAdded = event<TypeFacts>()("types.added")
export const typeChanged = event<TypeFacts>()("types.changed")
export const typeEnded = event<TypeFacts>()("types.ended")
