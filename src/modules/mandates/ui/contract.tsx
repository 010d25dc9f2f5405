export { Grants } from "./grants.tsx"
export { Mandates } from "./mandates.tsx"
export { MembershipFields, Memberships } from "./memberships.tsx"
export { warningWords } from "./warning-words.ts"
