export { MembershipFields, Memberships } from "./memberships.tsx"
export { Mandates } from "./mandates.tsx"
