const NARROW = "\u202f"
const FIXED = "\u00a0"
const SPACES = "[ \\t\\u00a0\\u202f]"

// Addresses, mail addresses, names of files and what stands between backquotes are left letter for letter.
const untouched =
  /`[^`]*`|\b(?:https?|ftp|mailto|tel):\S+|\bwww\.\S+|[^\s@<>()«»"]+@[^\s@<>()«»"]+\.[\p{L}]{2,}|\b[\w-]+(?:\.[\w-]+)*\.(?:be|fr|eu|org|com|net|info|pdf|docx?|odt|xlsx?|html?)\b(?:\/\S*)?|\ua66e/giu

const units = "km²|km|m²|m³|m|cm|mm|kg|g|t|ha|l|kWh|MWh|GWh|TWh|kW|MW|GW|°C|ans?|jours?|heures?|minutes?|euros?"
const months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

type Rule = [found: RegExp, put: string | ((...groups: string[]) => string)]

/** In order: what one rule writes, the next may read. */
const rules: Rule[] = [
  [/(?<!\.)\.\.\.(?!\.)/g, "…"],
  [/(?<=\p{L})['‘](?=[\p{L}«"\d])/gu, "’"],
  [/(?<![\p{L}\d])([cCvVbBnNmMsS]|[Mm]an|[Éé]c)?([oO]e)(uvre|uvré|ur|ux?\b|ufs?\b|il\b|ud|urs\b)/gu, ligature],
  [/(?<![\p{L}\d])([CVBNMS]|MAN)?OE(UVRE|UR|UX?\b|UFS?\b|UD|URS\b)/gu, (_, head = "", tail = "") => `${head}Œ${tail}`],
  // Quotes: the straight ones in pairs within a paragraph, then the space inside each.
  [/"([^"\n]+)"/g, (_, inside = "") => `«${FIXED}${inside.trim()}${FIXED}»`],
  [new RegExp(`«${SPACES}*(?=\\S)`, "gu"), `«${FIXED}`],
  [new RegExp(`(?<=\\S)${SPACES}*»`, "gu"), `${FIXED}»`],
  // A hyphen between spaces is a dash.
  [/(?<=\S) - (?=\S)/g, " – "],
  // High signs. Not within "?!", nor after an opening bracket, nor in hours and ratios.
  [
    new RegExp(`(?<=[\\p{L}\\d»)\\]%€…’”])${SPACES}*([;!?])(?![\\p{L}\\d])`, "gu"),
    (_, sign = "") => `${NARROW}${sign}`,
  ],
  [new RegExp(`(?<=[\\p{L}\\d»)\\]%€…])${SPACES}*:(?=[\\s«]|$)`, "gu"), `${FIXED}:`],
  // Low signs have no space before them.
  [new RegExp(`(?<=[\\p{L}\\d»)\\]])${SPACES}+([,.])(?=\\s|$)`, "gu"), "$1"],
  // Ordinals, and the first of the month.
  [/(?<![\p{L}\d])1(?:ère|ere)(?![\p{L}\d])/gu, "1re"],
  [/(?<![\p{L}\d])(\d+)[èe]me(s?)(?![\p{L}\d])/gu, "$1e$2"],
  [new RegExp(`(?<![\\p{L}\\d])1${SPACES}(?=(?:${months})(?!\\p{L}))`, "gu"), "1er "],
  // Figures: thousands, hours, what is counted.
  [
    /(?<![\d.,]|\d[\s\u00a0\u202f])([1-9]\d{0,2})((?:[ \u00a0\u202f]\d{3})+)(?!\d)/gu,
    (_, head = "", tail = "") => head + tail.replace(/[ \u202f]/g, FIXED),
  ],
  [/(?<![\p{L}\d:])([01]?\d|2[0-4])[ \u00a0\u202f]?h[ \u00a0\u202f]?([0-5]\d)(?![\p{L}\d])/gu, `$1${FIXED}h${FIXED}$2`],
  [/(?<![\p{L}\d:])([01]?\d|2[0-4])[ \u00a0\u202f]?h(?![\p{L}\d])/gu, `$1${FIXED}h`],
  [new RegExp(`(?<=\\d)${SPACES}*([%‰€$£])`, "gu"), `${FIXED}$1`],
  [new RegExp(`(?<=\\d) (?=(?:${units}|millions?|milliards?)(?![\\p{L}\\d]))`, "gu"), FIXED],
  [/(?<=\d) (?=[%€])/g, FIXED],
  // Titles and references keep what follows them on the line.
  [/(?<![\p{L}\d])(M\.|MM\.|Mme|Mmes|Mlle|Dr) (?=\p{Lu})/gu, `$1${FIXED}`],
  [/(?<![\p{L}\d])([nN]os?°|[nN]°|art\.|§|p\.|pp\.)[ \u00a0\u202f]?(?=\d)/gu, `$1${FIXED}`],
  [
    /(?<![\p{L}\d])(articles?|chapitre|titre|section|annexe|page|point|alinéa) (?=(?:\d|[IVX]+(?![\p{L}\d])))/giu,
    `$1${FIXED}`,
  ],
  // Two spaces are a slip of the thumb.
  [/(?<=\S) {2,}(?=\S)/g, " "],
]

// Stands for what is left untouched while the rules run: a letter to them, and one that nobody writes.
const STAND_IN = "\ua66e"

/** French as printers set it: spaces before the high signs, quotes, apostrophes, figures, ordinals. Twice is as once. */
export const corrected = (text: string): string => {
  const kept: string[] = []
  const bare = text.replace(untouched, (found) => {
    kept.push(found)
    return STAND_IN
  })
  const done = rules.reduce((now, [found, put]) => now.replace(found, put as string), bare)
  let at = 0
  return done.replaceAll(STAND_IN, () => kept[at++] ?? "")
}

function ligature(_: string, head = "", oe = "", tail = ""): string {
  return `${head}${oe.startsWith("O") ? "Œ" : "œ"}${tail}`
}
