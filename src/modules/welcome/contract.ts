export { findNewcomers, newcomerFilters } from "./journey/list.ts"
