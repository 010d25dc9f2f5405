import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from "@simplewebauthn/browser"
import type { AccountActs } from "../acts.ts"

type Options<Name extends "accounts.proposePasskey" | "accounts.askPasskey"> = AccountActs[Name]["output"]["options"]

/** Whether this browser can hold or bring a passkey. */
export const hasPasskeys = (): boolean => browserSupportsWebAuthn()

/** Makes a passkey on a device. Undefined when the person changed their mind; throws when the device cannot. */
export const makePasskey = async (options: Options<"accounts.proposePasskey">): Promise<object | undefined> =>
  unlessGivenUp(() => startRegistration({ optionsJSON: options }))

/** Brings a passkey: asked for by a button, or offered among the addresses the browser fills in. */
export const bringPasskey = async (
  options: NonNullable<Options<"accounts.askPasskey">>,
  { fillsIn = false } = {},
): Promise<object | undefined> => {
  if (fillsIn && !(await browserSupportsWebAuthnAutofill())) return undefined
  return unlessGivenUp(() => startAuthentication({ optionsJSON: options, useBrowserAutofill: fillsIn }))
}

/** Ends an offer that still waits, when its page goes away. */
export const stopOffer = (): void => WebAuthnAbortService.cancelCeremony()

// NotAllowedError: the person closed the window or waited too long; the standard tells no more. AbortError: we ended it.
const unlessGivenUp = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Error && ["NotAllowedError", "AbortError"].includes(error.name)) return undefined
    throw error
  }
}
