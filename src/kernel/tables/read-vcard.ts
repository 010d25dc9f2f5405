/** The columns a card is read into; the headings are those that any list of people may have. */
const columns = ["Prénom", "Nom", "Civilité", "Courriel", "Téléphone", "Rue", "Code postal", "Commune", "Pays", "Note"]

/**
 * Cards of versions 2.1, 3.0 and 4.0, one row each, the first row being the names of the columns. What finds no column of its own
 * (a second address, an employer) goes into the note: nothing is lost. Written here rather than with a library: those refuse a
 * whole file for one card that is badly folded, and none reads the quoted-printable of version 2.1.
 */
export const readVcards = (text: string): string[][] => [columns, ...cardsOf(text).map(rowOf)]

export const looksLikeVcards = (text: string): boolean => /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2000))

type Property = { name: string; types: string[]; value: string; preferred: number }

// A card that is not closed ends where the next begins, or with the file.
const cardsOf = (text: string): Property[][] => {
  const cards: Property[][] = []
  let depth = 0
  for (const line of unfolded(text)) {
    if (/^BEGIN:VCARD$/i.test(line.trim())) {
      // A card within a card (AGENT of version 2.1) is another person's.
      depth = depth === 0 || cards.at(-1)!.length > 0 ? 1 : depth
      cards.push([])
    } else if (/^END:VCARD$/i.test(line.trim())) depth = 0
    else if (depth > 0) {
      const property = propertyOf(line)
      if (property) cards.at(-1)!.push(property)
    }
  }
  return cards.filter((card) => card.length > 0)
}

// A line that begins with a blank goes on the last; quoted-printable goes on after a "=" at its end.
const unfolded = (text: string): string[] => {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1)
    if (last !== undefined && isQuoted(last) && last.endsWith("="))
      lines[lines.length - 1] = last.slice(0, -1) + line.trimStart()
    else if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else lines.push(line)
  }
  return lines
}

const isQuoted = (line: string) => /^[^:]*;\s*(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line)

const propertyOf = (line: string): Property | undefined => {
  const colon = /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(line)
  if (!colon) return undefined
  const [name = "", ...parameters] = colon[1]!.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  const said = parameters.map((one) => {
    const [key = "", value] = one.split(/=(.*)/s)
    return value === undefined
      ? { key: "TYPE", value: key }
      : { key: key.toUpperCase(), value: value.replaceAll('"', "") }
  })
  const of = (key: string) => said.filter((one) => one.key === key).map(({ value }) => value)
  const types = of("TYPE").flatMap((value) => value.toLowerCase().split(","))
  const encoding = [...of("ENCODING"), ...of("TYPE")].map((value) => value.toLowerCase())
  // Pictures, sounds and keys.
  if (encoding.some((value) => ["b", "base64"].includes(value))) return undefined
  const value = encoding.includes("quoted-printable") ? quotedPrintable(colon[2]!, of("CHARSET")[0]) : colon[2]!
  return {
    name: name
      .slice(name.lastIndexOf(".") + 1)
      .trim()
      .toUpperCase(),
    types,
    value,
    preferred: types.includes("pref") ? 0 : Number(of("PREF")[0] ?? 50) || 50,
  }
}

const quotedPrintable = (text: string, charset = "utf-8"): string => {
  const bytes = [...text.matchAll(/=([\da-f]{2})|([\s\S])/giu)].flatMap(([, hex, sign]) =>
    hex ? [Number.parseInt(hex, 16)] : [...new TextEncoder().encode(sign)],
  )
  return decoded(Uint8Array.from(bytes), charset) ?? decoded(Uint8Array.from(bytes), "windows-1252") ?? text
}

const decoded = (bytes: Uint8Array, charset: string): string | undefined => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const rowOf = (card: readonly Property[]): string[] => {
  const all = (name: string) => card.filter((one) => one.name === name).toSorted((a, b) => a.preferred - b.preferred)
  const [family = "", given = "", more = "", prefix = ""] = fieldsOf(all("N")[0]?.value ?? "")
  const whole = plain(all("FN")[0]?.value ?? all("NICKNAME")[0]?.value ?? "")
  const [emails, phones] = [all("EMAIL"), all("TEL").filter(({ types }) => !types.includes("fax"))]
  const phone = phones.find(({ types, preferred }) => preferred === 0 || types.includes("cell")) ?? phones[0]
  const numbers = phones.map((one) => ({ ...one, value: number(one.value) }))
  const address = all("ADR").toSorted((a, b) => Number(b.types.includes("home")) - Number(a.types.includes("home")))[0]
  const [box = "", extended = "", street = "", town = "", , postcode = "", country = ""] = fieldsOf(
    address?.value ?? "",
  )
  const names = family || given ? [[given, more].filter(Boolean).join(" "), family] : splitName(whole)
  const rest = [
    ...emails.slice(1).map(({ value }) => plain(value)),
    ...numbers.filter((one) => one.value !== number(phone?.value ?? "")).map(({ value }) => value),
    ...all("ORG").map(({ value }) => fieldsOf(value).filter(Boolean).join(", ")),
    ...all("TITLE").map(({ value }) => plain(value)),
    ...all("NOTE").map(({ value }) => plain(value)),
  ]
  return [
    ...names,
    formOf(plain(all("GENDER")[0]?.value ?? ""), prefix),
    plain(emails[0]?.value ?? "").replace(/^mailto:/i, ""),
    number(phone?.value ?? ""),
    [box, extended, street].filter(Boolean).join(", "),
    postcode,
    town,
    country,
    [...new Set(rest)].filter(Boolean).join(" · "),
  ].map((cell) =>
    cell
      .replaceAll(/\s*\n\s*/g, ", ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  )
}

const number = (value: string) => plain(value).replace(/^tel:/i, "").replace(/;ext=/i, " poste ")

const splitName = (whole: string): [string, string] => {
  const words = whole.trim().split(/\s+/)
  return words.length < 2 ? ["", whole] : [words[0]!, words.slice(1).join(" ")]
}

const formOf = (gender: string, prefix: string): string =>
  /^f/i.test(gender) || /^(mme|madame|mlle|mrs|ms)\b/i.test(prefix)
    ? "Mme"
    : /^m/i.test(gender) || /^(m|mr|monsieur)\b/i.test(prefix)
      ? "M."
      : ""

/** The parts of a value between semicolons that no backslash protects. */
const fieldsOf = (value: string): string[] =>
  [...value.matchAll(/((?:[^;\\]|\\[\s\S])*)(?:;|$)/g)].map(([, part = ""]) => plain(part))

const plain = (value: string): string =>
  value.replaceAll(/\\([\s\S])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign)).trim()
