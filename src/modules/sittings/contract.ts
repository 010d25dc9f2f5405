export { findSeenItem, isSittingSeen } from "./seen.ts"
