import type { ClaimInput } from "./claim.ts"
import type { SessionState } from "./read-session.ts"
import type { Welcome } from "./welcome.ts"

/** What is done before or outside an organisation, for the typed client: routes that answer as commands and reads do. */
export type AccountActs = {
  "accounts.checkClaim": { input: { code: string }; output: { hasExample: boolean } }
  "accounts.claim": { input: ClaimInput; output: { organisationId: string } }
  "accounts.askLink": { input: { email: string }; output: { code: string; minutes: number } }
  "accounts.lookLink": { input: { link: string }; output: { state: "here" | "elsewhere" | "gone" } }
  "accounts.openLink": { input: { link: string; code?: string }; output: { needsFactor: boolean } }
  "accounts.makeKey": {
    input: { name: string; only?: string[] | null; until?: string | null }
    output: { keyId: string; key: string }
  }
  "accounts.revokeKey": { input: { keyId: string }; output: Record<string, never> }
  "accounts.signOut": { input: Record<string, never>; output: Record<string, never> }
}

export type AccountReads = {
  "session.read": { input: Record<string, never>; output: SessionState }
  "accounts.welcome": { input: Record<string, never>; output: Welcome }
}
