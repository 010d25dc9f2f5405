import { type AgendaEntry, bare, fitting } from "./entry.ts"

/**
 * The items of an agenda written as text, in order. Institutions number them in their own way ("7.", "3.12", "Rapport n° 214",
 * "2026-CR-14") or not at all; a commission stands above its items, a rapporteur below. What is before "Ordre du jour" is
 * the letter, and is left.
 */
export const agendaOfText = (text: string): AgendaEntry[] => {
  const all = text.split(/\r?\n|\f/).map((line) => line.replaceAll(/[ \t\u00a0\u202f]+/g, " ").trim())
  const heading = all.findIndex((line) => /^(?:\d+[.)]?\s*)?ordre du jour\b/i.test(line))
  const lines = all.slice(heading + 1).filter((line) => !isOfThePage(line))
  const numbered = entriesIn(lines, numberedLine)
  if (numbered.length > 0) return numbered
  const dotted = entriesIn(lines, bulletLine)
  if (dotted.length > 0) return dotted
  // Without number or mark, each line after the heading is an item; without heading, this is no agenda.
  return heading < 0 ? [] : entriesIn(lines, (line) => (line.length > 3 ? { number: null, title: line } : undefined))
}

type Begins = { number: string | null; title: string }

const entriesIn = (lines: readonly string[], begins: (line: string) => Begins | undefined): AgendaEntry[] => {
  const entries: AgendaEntry[] = []
  let commission: string | null = null
  let isOpen = false
  for (const line of lines) {
    const last = entries.at(-1)
    const over = commissionLine.exec(line)
    const rapporteur = rapporteurLine.exec(line)
    const begun = over || rapporteur ? undefined : begins(line)
    if (over) commission = (over[1] || line).trim()
    else if (rapporteur && last) last.rapporteur = rapporteur[1]!.trim()
    else if (begun) entries.push({ ...bare, ...begun, commission })
    else if (last && isOpen && line) last.title += ` ${line}`
    isOpen = Boolean(begun) || (isOpen && line !== "" && !over && !rapporteur)
  }
  return entries.map(withRapporteurApart).map(fitting)
}

const NUMBER = String.raw`\d{4}[-.][A-Z]{2,4}[-.]\d+|\d{1,4}(?:[.-]\d{1,3}){0,3}(?:bis|ter)?|[IVX]{1,5}(?=[.)])|[A-Z]\d{0,2}(?=[.)])`
const numbered = new RegExp(
  String.raw`^(?:[-–•]\s*)?(?:(?<word>rapport|point|affaire|question|délibération|deliberation)\s*)?(?:n\s*[°o]\s*)?(?<number>${NUMBER})\s*(?<mark>[.)\-–:°]+)?\s+(?<title>\S.{2,})$`,
  "iu",
)

const numberedLine = (line: string): Begins | undefined => {
  const { word, number, mark, title } = numbered.exec(line)?.groups ?? {}
  if (!number || !title) return undefined
  // "12 juin 2026", "18 000 €", "20 h 30", "2026 sera": a figure that begins a line is not yet a number.
  if (!word && !mark && isFigure(number, title)) return undefined
  if (/^(?:19|20)\d\d$/.test(number) && !word) return undefined
  return { number, title: title.replace(/^[-–:.\s]+/, "") }
}

const isFigure = (number: string, title: string) =>
  /^(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|h\b|heures?\b|€|euros?|%|km|\d{3}\b|rue|avenue|place)/iu.test(
    title,
  ) || /^\d{4,}$/.test(number)

const bulletLine = (line: string): Begins | undefined => {
  const title = /^[•●▪◦‣*–—-]\s*(\S.{2,})$/u.exec(line)?.[1]
  return title ? { number: null, title } : undefined
}

const commissionLine = /^commission\s*(?:n\s*[°o]\s*\d+\s*)?(?::\s*)?(?=\S)((?!permanente\b.*\d).{2,90})$/iu
const rapporteurLine = /^(?:\(?\s*)rapporteur(?:e|·e|\(e\))?s?\s*:\s*([^)]+)\)?$/iu

// "Plan vélo (rapporteure : Mme Vasseur)", "Plan vélo – Rapporteur : M. Garnier"
const withRapporteurApart = (entry: AgendaEntry): AgendaEntry => {
  const found = /[\s,;–(-]+rapporteur(?:e|·e|\(e\))?s?\s*:\s*([^)]+)\)?\s*$/iu.exec(entry.title)
  return found ? { ...entry, title: entry.title.slice(0, found.index), rapporteur: found[1]!.trim() } : entry
}

const isOfThePage = (line: string) => /^(?:page\s*)?\d+\s*(?:\/|sur)\s*\d+$/i.test(line) || /^page\s+\d+$/i.test(line)
