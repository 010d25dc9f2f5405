export { type ClosedCall, closedCall, type DrawnCandidate, listClosedCalls } from "./closed.ts"
export { findCall } from "./seen.ts"
