import { event } from "../../kernel/event.ts"

/** A body exists with its rulebook. What else its profile gives is copied by whoever owns it, `within`. */
export const bodyFounded = event<{ bodyId: string }>()("bodies.founded")

/** A body is no more. Whoever has something open in it refuses `within`; `mandates` and `grants`: how many ended with it. */
export const bodyClosed = event<{ bodyId: string; mandates: number; grants: number }>()("bodies.closed")
