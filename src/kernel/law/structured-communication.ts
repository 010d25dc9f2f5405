/**
 * The structured communication of Belgian transfers (OGM-VCS): ten digits and two that check them, the remainder of the ten by
 * 97, where 0 is written 97. Read in the vectors of tests/vectors/law/structured-communication.json, with their sources.
 */
export const structuredCommunication = (base: bigint): string => {
  if (base < 0n || base > 9_999_999_999n) throw new Error("a structured communication is made of ten digits at most")
  const check = base % 97n || 97n
  return `${String(base).padStart(10, "0")}${String(check).padStart(2, "0")}`
}

/** "+++012/0330/00146+++", as banks print it. */
export const writtenCommunication = (digits: string): string =>
  `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`

/** The twelve digits of a communication as people type it, with pluses, asterisks or spaces; null when it is none or mistyped. */
export const readCommunication = (typed: string): string | null => {
  const digits = typed.replaceAll(/[\s+*/]/g, "")
  if (!/^\d{12}$/.test(digits)) return null
  return structuredCommunication(BigInt(digits.slice(0, 10))) === digits ? digits : null
}

/** An account number whose check digits agree (ISO 13616, ISO 7064 mod 97-10), without its spaces; null otherwise. */
export const readIban = (typed: string): string | null => {
  const iban = typed.replaceAll(/\s/g, "").toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return null
  const figures = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(figures) % 97n === 1n ? iban : null
}

/** "BE68 5390 0754 7034": in fours, as it is read aloud. */
export const writtenIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, "$1 ")
