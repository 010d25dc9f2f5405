import { closings, plain, type Rank, titles } from "./titles.ts"

export type Form = "m" | "f" | "n"

/** Somebody who is written to, as far as the file knows. */
export type Addressed = { form: Form; role: string | null; country: string }

/** How a body says it itself. */
export type OwnTitle = {
  function: string
  called_m: string
  called_f: string
  called_n: string
  closing: string | null
}

export type Formula = {
  /** « Monsieur le Préfet » */
  called: string
  closing: string
  /** The function it was found by; null when nothing more than a person is known. */
  by: string | null
}

/** The salutation and the closing that fit somebody: the body’s own way, then what is shipped, by the function; the same title in both. */
export const formulaFor = ({ form, role, country }: Addressed, own: readonly OwnTitle[] = []): Formula => {
  const said = folded(role ?? "")
  const mine = said ? own.find((one) => begins(said, folded(one.function))) : undefined
  if (mine) {
    const called = form === "m" ? mine.called_m : form === "f" ? mine.called_f : mine.called_n
    return { called, closing: closed(mine.closing ?? closingOf("office", country), called), by: mine.function }
  }
  const shipped = said ? titles.find(({ roles }) => roles.some((one) => begins(said, one))) : undefined
  // A title is of a man or of a woman; of whom one does not know, it is neither. « Maître » is of both.
  if (shipped && (form !== "n" || shipped.m === shipped.f)) {
    const called = form === "f" ? shipped.f : shipped.m
    return { called, closing: closed(closingOf(shipped.rank, country), called), by: role }
  }
  return { called: plain[form], closing: closed(closingOf("plain", country), plain[form]), by: null }
}

/** A closing with the title of the salutation in its place. */
export const closed = (closing: string, called: string): string => closing.replaceAll("{titre}", called)

const closingOf = (rank: Rank, country: string) => closings[country === "BE" ? "BE" : "FR"][rank]

const begins = (said: string, role: string) => role !== "" && (said === role || said.startsWith(`${role} `))

/** « Préfet·e de région » and « PRÉFÈTE » are read as « prefet de region », « prefete ». */
export const folded = (role: string): string =>
  role
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[·.](ne|rice|ere|e|se)\b/g, "")
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .trim()
