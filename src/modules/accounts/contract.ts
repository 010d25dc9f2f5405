export { offerClaim } from "./claim.ts"
export { authenticate } from "./authenticate.ts"
export type { SessionState } from "./read-session.ts"
