// Content lines of RFC 5545 §3.1: escaping, parameters and folding.

const encoder = new TextEncoder()

/** One content line, folded at 75 octets, with its CRLF. `value` is written as it is: escape it first if it is text. */
export function line(name: string, value: string, parameters: Record<string, string | undefined> = {}): string {
  const written = Object.entries(parameters).map(([key, given]) => (given === undefined ? "" : `;${key}=${given}`))
  return fold(`${name}${written.join("")}:${withoutControls(value)}`)
}

/** A TEXT value (§3.3.11). Line breaks become `\n`; other control characters have no place in a calendar and go. */
export const text = (value: string): string =>
  withoutControls(
    value
      .replace(/\\/g, "\\\\")
      .replace(/;/g, "\\;")
      .replace(/,/g, "\\,")
      .replace(/\r\n|\r|\n/g, "\\n"),
  )

/**
 * A quoted parameter value. A double quote cannot be written there: RFC 6868 has a form for it, but Outlook shows
 * that form as it is, so an apostrophe is written instead. The caret keeps its RFC 6868 form, or "^n" would be read as a line break.
 */
export const quoted = (value: string): string =>
  `"${withoutControls(value.replace(/[\r\n\t]+/g, " "))
    .replace(/"/g, "'")
    .replace(/\^/g, "^^")}"`

/** Cuts at 75 octets, continuation lines included with their leading space, never inside a character. */
export function fold(unfolded: string): string {
  if (unfolded.length <= 25 || encoder.encode(unfolded).length <= 75) return `${unfolded}\r\n`
  let folded = ""
  let octets = 0
  for (const character of unfolded) {
    const size = sizeInUtf8(character)
    if (octets + size > 75) {
      folded += "\r\n "
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

const sizeInUtf8 = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const withoutControls = (value: string) => value.toWellFormed().replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, "")
