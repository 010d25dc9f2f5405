import type { z } from "zod"
import { z as schema } from "zod"
import type { Module } from "./kernel/module.ts"
import type { Says } from "./kernel/rule.ts"
import { format, hasWords } from "./kernel/words/words.ts"
import { type Profile, profiles } from "./modules/bodies/contract.ts"
import { modules } from "./modules.ts"
import { loadWords } from "./words.ts"

/** The pages of docs/generated, by name: written by `scripts/generate-docs.ts`, held to the code by a test. */
export const generatedDocs = async (): Promise<Record<string, string>> => {
  await loadWords(["fr"])
  return { "permissions.md": permissions(), "commands.md": commands(), "events.md": events() }
}

const all: readonly Module[] = modules
const withCommands = all.filter((one) => one.commands?.length)

const permissions = () =>
  page(
    "Qui peut quoi",
    [
      "Ce que chaque fonction permet dans son instance, tant que le mandat est en cours. ● : la fonction le permet. ○ : seulement si, en plus, la note est remplie. Un chiffre renvoie à une note : d’autres le peuvent aussi, ou à une condition.",
      "Chaque instance part d’un de ces modèles et change ensuite ses fonctions ; la page « Ses droits, et pourquoi » d’une personne dit ce qui vaut pour elle aujourd’hui. Une délégation donne un seul de ces droits, jusqu’à un jour.",
    ],
    Object.values(profiles).flatMap(permissionsOf),
  )

const permissionsOf = (profile: Profile): string[] => {
  const notes: string[] = []
  const columns = profile.functions.map(({ name }) => name.fr.n)
  return [
    `## ${profile.name.fr}`,
    ...withCommands.flatMap((one) => [
      `### ${domain(one.name)}`,
      table(
        ["Geste", ...columns],
        one.commands!.map(({ name, allow }) => [
          `${words(`command.${name}`)}${marks(notesOf(allow.says), notes)}`,
          ...profile.functions.map(({ capabilities }) => sign(verdict(allow.says, capabilities))),
        ]),
      ),
    ]),
    notes.map((note, at) => `${at + 1}. ${note}`).join("\n"),
  ]
}

type Verdict = "yes" | "no" | "if"

// What a function alone decides; "if": it takes something that no function gives, such as being the author.
const verdict = (says: Says, capabilities: readonly string[]): Verdict => {
  if ("holds" in says) return capabilities.includes(says.holds) ? "yes" : "no"
  if ("is" in says) return "if"
  const isYes = (one: Says) => verdict(one, capabilities) === "yes"
  return ("anyOf" in says ? says.anyOf.some(isYes) : says.allOf.every(isYes)) ? "yes" : "no"
}

const sign = (one: Verdict) => ({ yes: "●", if: "○", no: "" })[one]

const notesOf = (says: Says): string[] => {
  if ("holds" in says) return []
  if ("is" in says) return [`Qui ${words(`rule.${says.is}`)}.`]
  return ("anyOf" in says ? says.anyOf : says.allOf).flatMap(notesOf)
}

const marks = (texts: readonly string[], notes: string[]): string =>
  [...new Set(texts)]
    .map((text) => {
      if (!notes.includes(text)) notes.push(text)
      return ` <sup>${notes.indexOf(text) + 1}</sup>`
    })
    .join("")

const commands = () =>
  page(
    "Les gestes",
    [
      "Chaque geste s’envoie à `POST /api/<nom>` avec ces champs en JSON, et se lit sous ce nom dans le journal et les droits. Les champs facultatifs sont entre parenthèses.",
    ],
    withCommands.flatMap((one) => [
      `## ${domain(one.name)}`,
      table(
        ["Nom", "Ce qu’il fait", "Qui le peut", "Champs"],
        one.commands!.map(({ name, allow, input }) => [
          `\`${name}\``,
          words(`command.${name}`),
          says(allow.says),
          fields(input),
        ]),
      ),
    ]),
  )

const events = () =>
  page(
    "Les faits du journal",
    [
      "Ce que le journal retient. Un fait ne contient que des références et des chiffres, jamais un texte sur une personne.",
    ],
    all
      .filter((one) => one.events?.length)
      .flatMap((one) => [
        `## ${domain(one.name)}`,
        table(
          ["Nom", "Ce qui s’est passé"],
          one.events!.map(({ eventName }) => [`\`${eventName}\``, words(`event.${eventName}`)]),
        ),
      ]),
  )

const says = (rule: Says): string => {
  if ("holds" in rule) return words(`capability.${rule.holds}`)
  if ("is" in rule) return `qui ${words(`rule.${rule.is}`)}`
  return "anyOf" in rule ? rule.anyOf.map(says).join(" ; ou ") : rule.allOf.map(says).join(" ; et ")
}

const fields = (input: z.ZodType): string => {
  const { properties = {}, required = [] } = schema.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? `\`${name}\`` : `(\`${name}\`)`))
    .join(", ")
}

const domain = (name: string) => {
  const key = `${name}.title`
  return hasWords("fr", key) ? words(key) : (domains[name] ?? name)
}
const domains: Record<string, string> = {
  mandates: "Adhésions, mandats, délégations",
  bodies: "Instances",
  documents: "Fichiers",
  matters: "Dossiers",
  counterparts: "Interlocuteurs",
  territories: "Territoires",
  meetings: "Réunions",
  texts: "Textes",
  amendments: "Amendements",
  decisions: "Décisions",
  tasks: "Tâches",
  views: "Vues gardées",
  exports: "Exports",
  search: "Recherche",
  journal: "Journal",
  accounts: "Comptes",
}

const words = (key: string) => format("fr", key)

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map((_, at) => (at === 0 ? "---" : ":-:")), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n")

const page = (title: string, lead: readonly string[], parts: readonly string[]) =>
  [`# ${title}`, "Page écrite par `scripts/generate-docs.ts` d’après le code.", ...lead, ...parts].join("\n\n") + "\n"
