export type { FileRow } from "./tables.ts"
