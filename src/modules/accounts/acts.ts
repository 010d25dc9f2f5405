import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server"
import type { ClaimInput } from "./claim.ts"
import type { Account } from "./own-sessions.ts"
import type { SessionState } from "./read-session.ts"
import type { TakingExample } from "./take-example.ts"
import type { Welcome } from "./welcome.ts"

type Nothing = Record<string, never>

/** What is done before or outside an organisation, for the typed client: routes that answer as commands and reads do. */
export type AccountActs = {
  "accounts.checkClaim": { input: { code: string }; output: { hasExample: boolean } }
  "accounts.claim": { input: ClaimInput; output: { organisationId: string } }
  "accounts.takeExample": { input: { code: string }; output: TakingExample }
  "accounts.askLink": { input: { email: string }; output: { code: string; minutes: number } }
  "accounts.lookLink": { input: { link: string }; output: { state: "here" | "elsewhere" | "gone" } }
  "accounts.openLink": { input: { link: string; code?: string }; output: { needsFactor: boolean } }
  "accounts.makeKey": {
    input: { name: string; only?: string[] | null; until?: string | null }
    output: { keyId: string; key: string }
  }
  "accounts.revokeKey": { input: { keyId: string }; output: Nothing }
  "accounts.endSession": { input: { sessionId: string }; output: Nothing }
  "accounts.endOtherSessions": { input: Nothing; output: { ended: number } }
  "accounts.chooseLanguage": { input: { language: "fr" | "en" }; output: Nothing }
  "accounts.changePlace": { input: { organisationId: string }; output: Nothing }
  "accounts.proposeFactor": {
    input: Nothing
    output: { secret: string; uri: string; picture: { size: number; path: string } }
  }
  "accounts.confirmFactor": { input: { code: string }; output: { recovery: string[] } }
  "accounts.giveFactor": { input: { code: string }; output: Nothing }
  "accounts.removeFactor": { input: Nothing; output: Nothing }
  "accounts.renewRecovery": { input: Nothing; output: { recovery: string[] } }
  "accounts.proposePasskey": { input: Nothing; output: { options: PublicKeyCredentialCreationOptionsJSON } }
  "accounts.addPasskey": { input: { name: string; response: object }; output: Nothing }
  "accounts.renamePasskey": { input: { passkeyId: string; name: string }; output: Nothing }
  "accounts.removePasskey": { input: { passkeyId: string }; output: Nothing }
  "accounts.askPasskey": { input: Nothing; output: { options: PublicKeyCredentialRequestOptionsJSON | null } }
  "accounts.openPasskey": { input: { response: object }; output: Nothing }
  "accounts.signOut": { input: Nothing; output: Nothing }
}

export type AccountReads = {
  "session.read": { input: Nothing; output: SessionState }
  "accounts.read": { input: Nothing; output: Account }
  "accounts.welcome": { input: Nothing; output: Welcome }
}
