import { event } from "../../kernel/event.ts"

/** A body exists with its rulebook. What else its profile gives is copied by whoever owns it, `within`. */
export const bodyFounded = event<{ bodyId: string }>()("bodies.founded")
