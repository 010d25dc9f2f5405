export { foundBody, type ProfileKey, profileKeys } from "./found.ts"
export type { BodyRow, Means, RuleRow } from "./tables.ts"
export { findBody } from "./store.ts"
