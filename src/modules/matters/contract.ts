export { isMatterSeen } from "./seen.ts"
export { mustSeeMatter } from "./must-see-matter.ts"
export { matterClosed, matterOpened } from "./events.ts"
export type { MatterRow } from "./tables.ts"
