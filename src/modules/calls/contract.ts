export { type ClosedCall, closedCall, type DrawnCandidate, listClosedCalls } from "./closed.ts"
