export { type ElectedByConsent, electedByConsent } from "./elected.ts"
export { consentElected } from "./events.ts"
