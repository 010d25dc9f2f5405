export { isSittingSeen } from "./seen.ts"
