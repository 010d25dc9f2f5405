/**
 * A token ties what comes back to the sending it answers. It stands in the Message-ID, in the address for answers and in the
 * address for bounces, because no mail program keeps all three. Lower-case letters and digits only: addresses lose their case.
 */
const TOKEN = "[a-z0-9]{8,64}"

/** The Message-ID of a sending, without brackets: <token@domain>. */
export const messageId = (token: string, domain: string): string => `${checked(token)}@${domain}`

/** The address of MAIL_FROM or IMAP_URL's mailbox with the token after a plus: secretariat+token@lisle.example. */
export function plusAddress(token: string, address: string): string {
  const at = address.lastIndexOf("@")
  return `${address.slice(0, at)}+${checked(token)}${address.slice(at)}`
}

/** The token in a plus-address, whatever stands before the plus. */
export const tokenInAddress = (address: string): string | undefined =>
  new RegExp(`\\+(${TOKEN})@[^@]+$`, "i").exec(address.trim())?.[1]?.toLowerCase()

/** The token in a Message-ID that could be ours, with or without brackets. */
export const tokenInMessageId = (id: string, domain: string): string | undefined =>
  new RegExp(`^<?(${TOKEN})@${domain.replace(/[^a-z0-9-]/gi, "\\$&")}>?$`, "i").exec(id.trim())?.[1]?.toLowerCase()

function checked(token: string): string {
  if (!new RegExp(`^${TOKEN}$`).test(token)) throw new Error(`Not a token for a letter: ${token.slice(0, 80)}`)
  return token
}
