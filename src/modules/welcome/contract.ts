export { type StepDue, stepsDueBetween } from "./journey/due.ts"
export { findOnTheWay } from "./journey/find.ts"
export { isNewcomerSeen } from "./permissions.ts"
export { findNewcomers, newcomerFilters } from "./journey/list.ts"
