/** A person as a contact card. What is unknown is left out. */
export type Card = {
  given_name: string
  family_name: string
  email: string | null
  phone: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  /** What they are where they are known: "Trésorière, Locale de Lisle". */
  title: string | null
}

/** Cards in version 3.0, the one that every telephone and mail program reads. */
export function* vcards(cards: Iterable<Card>): Generator<string> {
  for (const card of cards) yield card_(card)
}

const card_ = ({ given_name, family_name, email, phone, street, postcode, town, country, title }: Card): string => {
  const whole = [given_name, family_name].filter((name) => name !== "—").join(" ")
  const has = Boolean(street || postcode || town || country)
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${escaped(whole)}`,
    `N:${parts(family_name, given_name, "", "", "")}`,
    ...(email ? [`EMAIL;TYPE=INTERNET:${escaped(email)}`] : []),
    ...(phone ? [`TEL:${escaped(phone)}`] : []),
    ...(has ? [`ADR;TYPE=HOME:${parts("", "", street, town, "", postcode, country)}`] : []),
    ...(title ? [`TITLE:${escaped(title)}`] : []),
    "END:VCARD",
    "",
  ]
    .map(folded)
    .join("\r\n")
}

const parts = (...all: (string | null)[]) => all.map((part) => escaped(part === "—" ? "" : (part ?? ""))).join(";")

// A line break within a value would begin a property of its own.
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|[\r\n\u2028\u2029\u0085]/g, String.raw`\n`)

// Seventy-five bytes a line, never cut within a letter.
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ""
  let bytes = 0
  for (const sign of line) {
    const more = Buffer.byteLength(sign)
    if (bytes + more > (lines.length ? 74 : 75)) {
      lines.push(current)
      current = ""
      bytes = 0
    }
    current += sign
    bytes += more
  }
  return [...lines, current].join("\r\n ")
}
