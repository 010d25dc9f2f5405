export type { MatterRow } from "./tables.ts"
