export { isMatterSeen } from "./seen.ts"
export { matterClosed, matterOpened } from "./events.ts"
export type { MatterRow } from "./tables.ts"
