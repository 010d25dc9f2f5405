export { type Consent, type ConsentPurpose, insertConsent } from "./consents/give.ts"
