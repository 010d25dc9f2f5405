export { searchFilters } from "./all.ts"
export { findWords, type Hit } from "./found.ts"
export { rebuild } from "./index-entries.ts"
export { type Kind, kinds } from "./tables.ts"
