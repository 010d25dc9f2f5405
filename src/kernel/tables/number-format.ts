/** What a format makes of a number. `digits`: figures before the comma, with zeros: "01000". */
export type Kind = { is: "number"; digits?: number } | { is: "percent" } | { is: "day" }

/** The kind of a format: by its number where Excel keeps it in its head, else by how it is written. */
export const kindOfFormat = (id: number, code: string | undefined): Kind => {
  if (code === undefined) {
    if (id === 9 || id === 10) return { is: "percent" }
    const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    return isDay ? { is: "day" } : { is: "number" }
  }
  // Words in quotation marks, colours and conditions in brackets: what is left are the signs of the number.
  const signs = code.split(";")[0]!.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
  if (/[dyhs]|m/i.test(signs) && !/general|standard/i.test(signs)) return { is: "day" }
  if (signs.includes("%")) return { is: "percent" }
  const zeros = /^[ ]*(0+(?:[ -]0+)*)[ ]*$/.exec(signs)?.[1]?.replaceAll(/\D/g, "").length ?? 0
  return zeros > 1 ? { is: "number", digits: zeros } : { is: "number" }
}

/** A number as its format shows it, without thousands apart: a telephone in a cell of figures is "32470123456". */
export const shownNumber = (number: number, kind: Kind): string => {
  if (kind.is === "percent") return `${plain(Math.round(number * 1e10) / 1e8)} %`
  const text = plain(number)
  return kind.is === "number" && kind.digits && /^\d+$/.test(text) ? text.padStart(kind.digits, "0") : text
}

// 1e+21 is how a float says it, not how anybody wrote it.
const plain = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)

/**
 * The day a number counts to. Excel believes that 1900 was a leap year, and so counts one too many from 1 March 1900;
 * before, nobody was born who still pays dues.
 */
export const dayOfSerial = (serial: number, from1904 = false): string => {
  const days = Math.floor(serial + 1e-9)
  if (days < 0 || days > 2_958_465) return String(serial)
  const first = from1904 ? "1904-01-01" : days < 60 ? "1899-12-31" : "1899-12-30"
  return Temporal.PlainDate.from(first).add({ days }).toString()
}
