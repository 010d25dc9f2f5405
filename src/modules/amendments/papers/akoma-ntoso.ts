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
  amends: { id: string; name: string; on: string } | null
  operations: readonly Operation[]
  paragraphs: readonly Paragraph[]
  /** What it asks for, of one whose paragraphs are not known. */
  says: readonly string[]
  grounds: string | null
}

/**
 * An amendment in Akoma Ntoso 3.0 (OASIS): each change is a `mod` with the words it quotes, and stands in the analysis as a
 * textual modification of the base, whose paragraphs are named by their place.
 */
export const akomaNtoso = (one: Marked, say: Say): string => inAkomaNtoso(amendmentIn(one, say, ""))

/** All the amendments of a base as one document, in their order: each a component, whose ids begin with its own. */
export const akomaNtosoList = (
  list: Pick<Marked, "baseId" | "baseTitle" | "country" | "language" | "on" | "group">,
  all: readonly { marked: Marked; say: Say }[],
): string => {
  const work = `/akn/${list.country}/amendmentList/${list.on}/${list.baseId}`
  const components = all.map(({ marked, say }, index) => {
    const id = `cmp_${index + 1}`
    return `<component eId="${id}">\n${amendmentIn(marked, say, `${id}__`)}\n</component>`
  })
  return inAkomaNtoso(`<amendmentList name="amendmentList">
<meta>
${identification(work, list, "")}
<references source="#group">
${organisation(list.group, "")}
</references>
</meta>
<preface><p><docTitle>${words(list.baseTitle)}</docTitle></p></preface>
<collectionBody>
${components.join("\n")}
</collectionBody>
</amendmentList>`)
}

const inAkomaNtoso = (document: string) => `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
${document}
</akomaNtoso>
`

// Work, expression and manifestation are named as the naming convention has it: /akn/fr/…, …/fra@, …/fra@.akn.
const identification = (
  work: string,
  { on, country, language, number }: Pick<Marked, "on" | "country" | "language"> & { number?: string | null },
  prefix: string,
) => {
  const frbr = (kind: "Work" | "Expression" | "Manifestation", itself: string, uri: string, more: string) =>
    `<FRBR${kind}><FRBRthis value="${itself}"/><FRBRuri value="${uri}"/><FRBRdate date="${on}" name="Generation"/><FRBRauthor href="#${prefix}group" as="#${prefix}author"/>${more}</FRBR${kind}>`
  const expression = `${work}/${language}@`
  return `<identification source="#${prefix}group">
${frbr("Work", `${work}/!main`, work, `<FRBRcountry value="${country}"/>${number ? `<FRBRnumber value="${attribute(number)}"/>` : ""}`)}
${frbr("Expression", `${expression}/!main`, expression, `<FRBRlanguage language="${language}"/>`)}
${frbr("Manifestation", `${expression}/!main.xml`, `${expression}.akn`, `<FRBRformat value="xml"/>`)}
</identification>`
}

const organisation = (group: string, prefix: string) =>
  `<TLCOrganization eId="${prefix}group" href="/ontology/organization/group" showAs="${attribute(group)}"/>
<TLCRole eId="${prefix}author" href="/ontology/role/author" showAs="author"/>`

function amendmentIn(one: Marked, say: Say, prefix: string): string {
  const { country, language, on, id, baseId, baseVersion } = one
  const work = `/akn/${country}/amendment/${on}/${id}`
  const [base, expression, showAs] = one.amends
    ? [`/akn/${country}/amendment/${one.amends.on}/${one.amends.id}`, `${language}@`, one.amends.name]
    : [`/akn/${country}/bill/${baseId}`, `${language}@v${baseVersion}`, one.baseTitle]
  const places = placesOf(one.paragraphs)
  const mods = one.operations.map((operation, index) =>
    mod(operation, `${prefix}mod_${index + 1}`, one.paragraphs, places, say),
  )
  const said = mods.length ? mods : one.says.map((line) => `<p>${words(line)}</p>`)
  const analysis = one.operations.map(
    (operation, index) =>
      `<textualMod type="${types[deedOf(operation)]}" eId="${prefix}tmod_${index + 1}"><source href="#${prefix}mod_${index + 1}"/><destination href="${attribute(`${base}/${expression}/!main#${anchor(operation, places)}`)}"/></textualMod>`,
  )
  return `<amendment name="amendment" contains="originalVersion">
<meta>
${identification(work, one, prefix)}
${analysis.length ? `<analysis source="#${prefix}group"><activeModifications>${analysis.join("")}</activeModifications></analysis>` : ""}
<references source="#${prefix}group">
<activeRef eId="${prefix}base" href="${attribute(base)}" showAs="${attribute(showAs)}"/>
${organisation(one.group, prefix)}
</references>
</meta>
<preface><p>${one.number ? `<docNumber>${words(one.number)}</docNumber> ` : ""}<docTitle>${words(one.baseTitle)}</docTitle></p>${
    one.authors.length
      ? `<p>${one.authors.map((name) => `<docProponent>${words(name)}</docProponent>`).join(", ")}</p>`
      : ""
  }</preface>
<amendmentBody>
<amendmentContent>
${said.join("\n")}
</amendmentContent>
${one.grounds ? `<amendmentJustification>${lines(one.grounds)}</amendmentJustification>` : ""}
</amendmentBody>
</amendment>`
}

const types = { delete: "repeal", insert: "insertion", replace: "substitution" } as const

function mod(operation: Operation, id: string, paragraphs: readonly Paragraph[], places: Place[], say: Say): string {
  const [sentence = ""] = phraseOf(operation, paragraphs, say, places)
  const quoted = operation.put
    .map((text, index) => `<quotedStructure eId="${id}__qstr_${index + 1}"><p>${words(text)}</p></quotedStructure>`)
    .join("")
  const struck = operation.was
    .map((text, index) => `<quotedText eId="${id}__qtext_${index + 1}">${words(text)}</quotedText>`)
    .join("")
  // What stood there is quoted for machines that do not have the base.
  return `<block name="instruction"><mod eId="${id}">${words(sentence)} ${struck}${quoted}</mod></block>`
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
