export { fileKept } from "./events.ts"
export { keepFile } from "./keep.ts"
export { mayOpen } from "./may-open.ts"
export type { FileRow } from "./tables.ts"
