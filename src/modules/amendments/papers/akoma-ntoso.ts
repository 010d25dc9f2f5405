import { deedOf, type Operation } from "../../../kernel/amending/operation.ts"
import { type Place, placesOf } from "../../../kernel/amending/place.ts"
import { phraseOf, type Say } from "../../../kernel/amending/phrase.ts"
import type { Paragraph } from "../../../kernel/amending/paragraph.ts"
import { withoutControls } from "../../../kernel/unprintable.ts"

export type Marked = {
  id: string
  baseId: string
  baseVersion: number
  country: "fr" | "be"
  language: "fra" | "eng"
  /** ISO day. */
  on: string
  number: string | null
  group: string
  authors: string[]
  baseTitle: string
  /** Of a sub-amendment, the amendment it amends. */
  amends?: { id: string; name: string } | null
  operations: readonly Operation[]
  paragraphs: readonly Paragraph[]
  grounds: string | null
}

/**
 * An amendment in Akoma Ntoso 3.0 (OASIS): each change is a `mod` with the words it quotes, and stands in the analysis as a
 * textual modification of the base, whose paragraphs are named by their place.
 */
export function akomaNtoso(one: Marked, say: Say): string {
  const { country, language, on, id, baseId, baseVersion } = one
  const work = `/akn/${country}/amendment/${on}/${id}`
  const [base, expression, showAs] = one.amends
    ? [`/akn/${country}/amendment/${one.amends.id}`, language, one.amends.name]
    : [`/akn/${country}/bill/${baseId}`, `${language}@v${baseVersion}`, one.baseTitle]
  const places = placesOf(one.paragraphs)
  const frbr = (kind: "Work" | "Expression" | "Manifestation", uri: string, more = "") =>
    `<FRBR${kind}><FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/><FRBRdate date="${on}" name="Generation"/><FRBRauthor href="#group" as="#author"/>${more}</FRBR${kind}>`
  const mods = one.operations.map((operation, index) => mod(operation, index + 1, one.paragraphs, places, say))
  const analysis = one.operations.map(
    (operation, index) =>
      `<textualMod type="${types[deedOf(operation)]}" eId="tmod_${index + 1}"><source href="#mod_${index + 1}"/><destination href="${attribute(`${base}/${expression}/!main#${anchor(operation, places)}`)}"/></textualMod>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<amendment name="amendment" contains="originalVersion">
<meta>
<identification source="#group">
${frbr("Work", work, `<FRBRcountry value="${country}"/>${one.number ? `<FRBRnumber value="${attribute(one.number)}"/>` : ""}`)}
${frbr("Expression", `${work}/${language}@`, `<FRBRlanguage language="${language}"/>`)}
${frbr("Manifestation", `${work}/${language}@.xml`, `<FRBRformat value="application/xml"/>`)}
</identification>
<analysis source="#group"><activeModifications>${analysis.join("")}</activeModifications></analysis>
<references source="#group">
<original eId="base" href="${attribute(base)}" showAs="${attribute(showAs)}"/>
<TLCOrganization eId="group" href="/ontology/organization/group" showAs="${attribute(one.group)}"/>
<TLCRole eId="author" href="/ontology/role/author" showAs="author"/>
</references>
</meta>
<preface><p>${one.number ? `<docNumber>${words(one.number)}</docNumber> ` : ""}<docTitle>${words(one.baseTitle)}</docTitle></p>${
    one.authors.length
      ? `<p>${one.authors.map((name) => `<docProponent>${words(name)}</docProponent>`).join(", ")}</p>`
      : ""
  }</preface>
<amendmentBody>
<amendmentContent>
${mods.join("\n")}
</amendmentContent>
${one.grounds ? `<amendmentJustification>${lines(one.grounds)}</amendmentJustification>` : ""}
</amendmentBody>
</amendment>
</akomaNtoso>
`
}

const types = { delete: "repeal", insert: "insertion", replace: "substitution" } as const

function mod(operation: Operation, n: number, paragraphs: readonly Paragraph[], places: Place[], say: Say): string {
  const [sentence = ""] = phraseOf(operation, paragraphs, say, places)
  const quoted = operation.put
    .map((text, index) => `<quotedStructure eId="mod_${n}__qstr_${index + 1}"><p>${words(text)}</p></quotedStructure>`)
    .join("")
  const struck = operation.was
    .map((text, index) => `<quotedText eId="mod_${n}__qtext_${index + 1}">${words(text)}</quotedText>`)
    .join("")
  // What stood there is quoted for machines that do not have the base.
  return `<block name="instruction"><mod eId="mod_${n}">${words(sentence)} ${struck}${quoted}</mod></block>`
}

const anchor = ({ from, to }: Operation, places: Place[]) => {
  const { article, alinea } = places[from === to ? Math.max(0, from - 1) : from] ?? {}
  return (
    [article && `art_${article.replaceAll(/\s+/g, "-")}`, alinea && `para_${alinea}`].filter(Boolean).join("__") ||
    "body"
  )
}

const lines = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => `<p>${words(line)}</p>`)
    .join("")

const words = (text: string) =>
  withoutControls(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
const attribute = (text: string) => words(text).replaceAll('"', "&quot;").replaceAll("\n", " ")
