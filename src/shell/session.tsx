import { createContext, useContext } from "react"
import { useRead } from "./api.ts"
import type { Language } from "../kernel/words/words.ts"

/** A body in which the person has a place, and what she is there. */
export type SessionBody = {
  id: string
  name: string
  kind: string
  parent_name?: string | null
  functions: readonly string[]
  means?: "public" | "party"
  /** Since when it is no more: its past is read, nothing begins in it. */
  closed_on?: string | null
}

/** The answer of `session.read`. Only `signed_in` carries a person, an organisation and bodies. */
export type Session = {
  state: "unclaimed" | "signed_out" | "signed_in"
  person?: { id: string; name: string; given_name?: string }
  organisation?: { id: string; name: string; accent?: string | null }
  /** The other organisations this account has a person in. */
  elsewhere?: readonly { id: string; name: string }[]
  bodies?: readonly SessionBody[]
  language?: Language
  waiting?: number
  /** Functions that demand a second factor this session has not given; `stands`: there is one to give. */
  second_factor?: { functions: readonly string[]; stands: boolean } | null
}

export const useSessionRead = () => useRead("session.read", {})

const SessionContext = createContext<Session>({ state: "signed_out" })
export const SessionProvider = SessionContext.Provider

/** Who I am, as the server last said. */
export const useSession = (): Session => useContext(SessionContext)
