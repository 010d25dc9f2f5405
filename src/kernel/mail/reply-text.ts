/**
 * What a person wrote in an answer, without the letter quoted under, over or between it, and without the signature of a
 * telephone. Empty if they wrote nothing of their own.
 */
export function withoutQuote(text: string): string {
  const lines = text
    .replace(/\r\n|\r/g, "\n")
    .replace(/\u200b|\ufeff/g, "")
    .split("\n")
  const kept: string[] = []
  for (let at = 0; at < lines.length;) {
    if (startsCopy(lines, at)) break
    const attribution = attributionAt(lines, at)
    if (attribution > 0) {
      // What follows "Le … a écrit :" is marked by ">", and then something may be written after it; or it is not, and then it goes on to the end.
      if (!isMarked(nextWords(lines, at + attribution))) break
      at += attribution
    } else {
      const line = lines[at++] ?? ""
      if (!isMarked(line)) kept.push(line.trimEnd())
    }
  }
  const own = withoutSignature(kept)
  // A rule drawn above the quote, and blank lines.
  const last = own.findLastIndex((line) => /[^-=_*\s]/.test(line))
  return own
    .slice(0, last + 1)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

const isMarked = (line: string) => /^\s{0,3}(>|\|\s)/.test(line)
const nextWords = (lines: string[], from: number) => lines.slice(from).find((line) => line.trim() !== "") ?? ""

// The line that says who wrote what follows: French, English, Dutch, German, then the neighbours. It is often broken over lines.
const OPENED = new RegExp(
  [
    String.raw`^Le\b.{3,300}\ba\s+écrit\s*:$`,
    String.raw`^On\b.{3,300}\b(wrote|said)\s*:$`,
    String.raw`^On\b.{3,200}<[^<>\s]+@[^<>\s]+>\s+wrote$`,
    String.raw`^Op\b.{3,300}\b(schreef|geschreven)\b.{0,120}:$`,
    String.raw`^Am\b.{3,300}\bschrieb\b.{0,120}:$`,
    String.raw`^El\b.{3,300}\bescribió\s*:$`,
    String.raw`^Il\b.{3,300}\bha\s+scritto\s*:$`,
    String.raw`^Em\b.{3,300}\bescreveu\s*:$`,
    String.raw`^W\s+dniu\b.{3,300}\bnapisał(\(a\))?\s*:?$`,
    String.raw`^(Den|På)\b.{3,300}\bskrev\b.{0,120}:$`,
  ].join("|"),
  "iu",
)
const ON_ONE_LINE = new RegExp(
  [
    // In any language: a year, an address in brackets, and a colon at the end.
    String.raw`^(?=.*\b20\d\d\b).{5,300}<\s*[^<>\s]+@[^<>\s]+>\s*\S{0,12}\s*:$`,
    String.raw`^\d{1,4}[-/. ]\S{1,9}[-/. ]\d{1,4}\b.{0,200}<[^<>\s]+@[^<>\s]+>.{0,40}:?$`,
    String.raw`^[^<>]{1,80}<[^<>\s]+@[^<>\s]+>\s*(wrote|a\s+écrit|schreef|schrieb|escribió|ha\s+scritto|napisał(\(a\))?)\s*:$`,
    String.raw`^.{3,120}\b20\d\d\b.{0,80}\b(wrote|schrieb|schreef|a\s+écrit)\s*:$`,
  ].join("|"),
  "iu",
)

/** How many lines the attribution takes that begins here; 0 if none does. What a person wrote above it must not be taken for a part of it. */
function attributionAt(lines: string[], at: number): number {
  const first = plain(lines[at] ?? "")
  if (!/[\d@]/.test(first) || isMarked(first)) return 0
  if (ON_ONE_LINE.test(first)) return 1
  const length = openedFor(lines, at)
  const opensLater = (later: number) => OPENING.test(plain(lines[at + later] ?? "")) && openedFor(lines, at + later) > 0
  return [1, 2, 3].some((later) => later < length && opensLater(later)) ? 0 : length
}

function openedFor(lines: string[], at: number): number {
  let joined = ""
  for (let length = 1; length <= 4; length++) {
    const next = plain(lines[at + length - 1] ?? "")
    if (!next || isMarked(next) || joined.length + next.length > 400) return 0
    if (length === 2 && joined.endsWith("<") && ON_ONE_LINE.test(`${joined}${next}`)) return 2
    joined += length === 1 ? next : ` ${next}`
    if (OPENED.test(joined)) return length
  }
  return 0
}

const OPENING = /^(le|on|op|am|el|il|em|w dniu|den|på)\b.*\d/iu
const plain = (line: string) =>
  line
    .replace(/[\u00a0\u202f]/g, " ")
    .trim()
    .replace(/^[*_]+|[*_]+$/g, "")

const COPY =
  /^\s*(-{2,}|_{2,})\s*(original\s+(message|appointment)|message\s+(d['’]\s?origine|original|transféré)|forwarded\s+message|oorspronkelijk\s+bericht|doorgestuurd\s+bericht|ursprüngliche\s+nachricht|weitergeleitete\s+nachricht|mensaje\s+original|messaggio\s+originale|reply\s+(above|message))[^\n]{0,40}/iu

const FROM = /^\s*[*_]*(from|de|van|von|da|od|från|fra|message du)[*_]*\s*:/iu
const BESIDE_FROM =
  /^\s*[*_]*(sent|date|to|subject|envoyé|envoyée|à|a|de|copie à|objet|verzonden|datum|aan|onderwerp|gesendet|an|betreff|cc|fecha|para|asunto|data|oggetto|inviato)[*_]*(\s+(le|am))?\s*:/iu

/** The headers of the letter, copied without any mark: what Outlook and many telephones do. All that follows is the copy. */
function startsCopy(lines: string[], at: number): boolean {
  const line = (lines[at] ?? "").replace(/[\u00a0\u202f]/g, " ")
  if (COPY.test(line)) return true
  if (/^\s*_{10,}\s*$/.test(line)) return FROM.test(nextWords(lines, at + 1).replace(/[\u00a0\u202f]/g, " "))
  if (!FROM.test(line)) return false
  const following = lines.slice(at + 1, at + 6).map((next) => next.replace(/[\u00a0\u202f]/g, " "))
  return following.filter((next) => BESIDE_FROM.test(next)).length >= 2
}

const TELEPHONE =
  /^\s*[*_]*(sent (from|with|using)\b.{1,60}|(envoyé|envoyée) (de|depuis|avec|à partir)\b.{1,60}|(verzonden|verstuurd) (vanaf|vanuit|met|via)\b.{1,60}|(von meinem|gesendet von|gesendet mit)\b.{1,60}|get outlook for\b.{1,60}|(obtenir|télécharger) outlook pour\b.{1,60}|outlook (voor|für|pour|for) \w+.{0,40}|enviado desde\b.{1,60}|inviato da\b.{1,60})$/iu

function withoutSignature(lines: string[]): string[] {
  const dashes = lines.findIndex(
    (line, at) => /^--\s?$/.test(line) && lines.slice(0, at).some((before) => before.trim() !== ""),
  )
  const own = dashes < 0 ? lines : lines.slice(0, dashes)
  const telephone = own.findIndex((line) => TELEPHONE.test(line))
  // Only if nothing but a line or two follows: "Envoyé de mon bureau, le courrier…" may open a sentence.
  return telephone >= 0 && own.slice(telephone + 1).filter((line) => line.trim() !== "").length <= 2
    ? own.slice(0, telephone)
    : own
}
