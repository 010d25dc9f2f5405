export { isListSeen } from "./seen.ts"
