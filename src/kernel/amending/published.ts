import { markupText } from "../file/extract/markup.ts"

/** What an assembly says became of one. */
type PublishedOutcome = "adopted" | "amended" | "rejected" | "withdrawn" | "fallen"

/** An amendment as an assembly publishes it. */
export type Published = {
  number: string
  group: string | null
  author: string | null
  /** "Article 3", and the alinéa it says. */
  place: string | null
  alinea: number | null
  says: string | null
  object: string | null
  outcome: PublishedOutcome | null
  /** The number of the amendment it amends. */
  amends: string | null
}

/**
 * The amendments in a file of the Sénat (CSV of all, JSON of the discussion) or of the Assemblée (XML of one, or of the list in the
 * order of discussion). Nothing: it is none of these.
 */
export function publishedIn(bytes: Uint8Array): Published[] {
  const text = decoded(bytes)
  if (/^(?:sep=.*\r?\n)?nature\s*\t/i.test(text)) return ofSenateTable(text)
  if (/^\s*\{/.test(text)) return ofSenateList(text)
  if (/<amdtsParOrdreDeDiscussion\b/.test(text)) return ofAssemblyList(text)
  return /<amendement>/.test(text) ? ofAssembly(text) : []
}

/** Several files about the same amendments in one: what one of them does not say, another may. */
export function together<P extends { number: string }>(all: readonly P[]): P[] {
  const found = new Map<string, P>()
  for (const one of all) {
    const known = found.get(one.number)
    const said = Object.entries(one).filter(([, value]) => value !== null)
    found.set(one.number, known ? { ...known, ...Object.fromEntries(said) } : one)
  }
  return [...found.values()]
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    // The tables of the Sénat are in the encoding of old Windows.
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

const plain = (markup: string): string | null =>
  markupText(markup, { breaks: ["p", "br", "div"] })
    .replace(/\n{2,}/g, "\n")
    .trim() || null
const line = (text: string | undefined): string | null => (text && plain(text)?.replace(/\s+/g, " ")) || null
const numberIn = (text: string | null | undefined) => Number(/\d+/.exec(text ?? "")?.[0] ?? 0) || null

const outcomeOf = (said: string | null | undefined): PublishedOutcome | null => {
  const word = (said ?? "").toLowerCase()
  if (word.startsWith("adopt")) return word.includes("modif") ? "amended" : "adopted"
  if (word.startsWith("rejet")) return "rejected"
  if (word.startsWith("retir")) return "withdrawn"
  // Nobody defended it, it may not be received, or another took its object away: it is not put to the vote.
  return /^(non soutenu|tomb|irrecev|sans objet|satisfait)/.test(word) ? "fallen" : null
}

function ofSenateTable(text: string): Published[] {
  const [head = "", ...rows] = text.replace(/^sep=.*\r?\n/, "").split(/\r?\n/)
  const names = head.split("\t").map((name) => name.trim().toLowerCase())
  return rows.flatMap((row): Published[] => {
    const cells = row.split("\t")
    const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? ""
    const number = line(cell("numéro"))
    if (!number) return []
    return [
      {
        number,
        group:
          line(cell("au nom de"))
            ?.replace(/^groupe\s+/i, "")
            .slice(0, 120) ?? null,
        author: line(cell("auteur")),
        place: line(cell("subdivision")),
        alinea: numberIn(cell("alinéa")),
        says: plain(cell("dispositif")),
        object: plain(cell("objet")),
        outcome: outcomeOf(cell("sort")),
        amends: null,
      },
    ]
  })
}

type Listed = Partial<
  Record<"num" | "auteur" | "libelleAlinea" | "sort" | "isSousAmendement" | "idAmendement" | "idAmendementPere", string>
>
type SenateList = {
  Subdivisions?: {
    libelle_subdivision?: string
    Amendements?: Listed[]
  }[]
}

function ofSenateList(text: string): Published[] {
  let list: SenateList
  try {
    list = JSON.parse(text) as SenateList
  } catch {
    return []
  }
  const divisions = Array.isArray(list.Subdivisions) ? list.Subdivisions : []
  const all = divisions.flatMap((one) => (one.Amendements ?? []).map((amendment) => ({ ...amendment, at: one })))
  const numbers = new Map(all.map(({ idAmendement, num }) => [idAmendement, num]))
  return all.flatMap(({ num, auteur, libelleAlinea, sort, isSousAmendement, idAmendementPere, at }): Published[] =>
    num
      ? [
          {
            number: num,
            group: null,
            author: line(auteur),
            place: line(at.libelle_subdivision),
            alinea: numberIn(libelleAlinea),
            says: null,
            object: null,
            outcome: outcomeOf(sort),
            amends: (isSousAmendement === "true" && numbers.get(idAmendementPere)) || null,
          },
        ]
      : [],
  )
}

function ofAssemblyList(text: string): Published[] {
  return [...text.matchAll(/<amendement\s([^>]*)>/g)].flatMap(([, attributes]): Published[] => {
    const said = new Map(
      [...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, line(value) ?? ""]),
    )
    const number = said.get("numero")
    if (!number) return []
    return [
      {
        number,
        group: said.get("auteurGroupe") || null,
        author: said.get("auteurLabel") || null,
        place: said.get("place") || null,
        alinea: numberIn(said.get("alineaLabel")),
        says: null,
        object: null,
        outcome: outcomeOf(said.get("sort")),
        amends: said.get("parentNumero") || null,
      },
    ]
  })
}

function ofAssembly(text: string): Published[] {
  const inside = (tag: string, of = text) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(of)?.[1] ?? ""
  const number = line(inside("numero"))
  if (!number) return []
  // What is marked up within a CDATA is text of text: read once as XML, then as HTML.
  const prose = (tag: string) => plain(markupText(inside(tag), { breaks: [] }))
  return [
    {
      number,
      group: null,
      author: authorIn(inside),
      place: line(inside("titre", inside("division"))),
      alinea: numberIn(line(inside("numero", inside("alinea")))),
      says: prose("dispositif"),
      object: prose("exposeSommaire"),
      outcome: outcomeOf(line(inside("sortEnSeance"))),
      amends: line(inside("numeroParent")),
    },
  ]
}

// Older files have no label: the Government, or a civility and a name.
const authorIn = (inside: (tag: string, of?: string) => string): string | null => {
  const author = inside("auteur")
  const said = (tag: string) => line(inside(tag, author))
  const name = [said("civilite"), said("nom")].filter(Boolean).join(" ")
  return said("auteurLabel") ?? (said("estGouvernement") === "1" ? "Gouvernement" : name || null)
}
