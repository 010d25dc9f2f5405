import type { Deadline } from "./law.tsx"
import type { MissingThing } from "./missing.tsx"
import type { Session } from "./session.tsx"
import type { Step } from "./steps.tsx"

export const longName = "Marie-Antoinette Van den Broeck-Delattre de la Rivière-Saint-Hilaire"
export const longTitle =
  "Plan vélo régional 2026-2031 : modification du règlement d’intervention relatif au soutien des communes, des intercommunalités et des établissements publics pour la réalisation d’itinéraires cyclables sécurisés reliant les collèges, les lycées et les gares, avec examen de l’amendement du groupe"

export const session: Session = {
  state: "signed_in",
  person: { id: "1", name: longName },
  organisation: { id: "o", name: "Les Rives" },
  bodies: [
    {
      id: "b1",
      name: "Locale de Valmont",
      kind: "chapter",
      parent_name: "région des Deux-Rives",
      functions: ["secrétaire administrative jusqu’au 30 juin 2027"],
    },
    {
      id: "b2",
      name: "Groupe Les Rives au Conseil régional des Deux-Rives",
      kind: "group",
      parent_name: "Conseil régional",
      functions: [],
    },
  ],
  waiting: 7,
}

export const steps: readonly Step[] = [
  { words: "Préparer", state: "done", to: "/galerie" },
  { words: "Convoquer", state: "now" },
  { words: "Tenir", state: "later" },
  { words: "Rédiger", state: "later" },
  { words: "Approuver", state: "later" },
]

export const missing: readonly MissingThing[] = [
  { words: "Les comptes 2025 au point 4 :", link: "les demander à Karim Aït-Saïd", to: "/galerie" },
  { words: "L’adresse postale de Georgette Lemmens, qui n’a pas de courriel :", link: "la compléter", to: "/galerie" },
]

export const deadline: Deadline = {
  words: "À envoyer au plus tard",
  last_day: "2027-05-06",
  rule: "15 jours, non francs, pour une assemblée statutaire",
  source: "Règlement de la locale, art. 12",
  steps: [
    "L’assemblée a lieu le jeudi 21 mai.",
    "On compte quinze jours en arrière, sans le jour de l’assemblée.",
    "Le dernier jour est le mercredi 6 mai.",
  ],
}

export const lateDeadline: Deadline = {
  words: "À faire recevoir au plus tard",
  last_day: "2026-05-01",
  hour: "12:00",
  rule: "5 jours francs",
  source: "CDLD L1122-24",
  late: true,
}

export const items = [
  { id: "1", title: "Approbation du procès-verbal du 12 mars" },
  { id: "2", title: "Suites des décisions de mars" },
  { id: "3", title: longTitle },
  { id: "4", title: "Comptes 2025 et décharge" },
]

const text = (words: string, ...marks: string[]) => ({
  type: "text",
  text: words,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
})
const line = (...content: unknown[]) => ({ type: "paragraph", content })
const bullet = (words: string) => ({ type: "listItem", content: [line(text(words))] })

export const doc = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [text("Décision")] },
    line(
      text("La Région attribue une aide aux communes "),
      text("sans condition de population", "bold"),
      text(" pour la réalisation d’itinéraires cyclables, dans la limite de "),
      text("60 %", "italic"),
      text(" du coût hors taxes."),
    ),
    {
      type: "bulletList",
      content: [bullet("les projets qui relient un collège,"), bullet("ou une gare, sont instruits en priorité.")],
    },
    { type: "blockquote", content: [line(text("Le règlement est à Rome ce que le vélo est à la plaine."))] },
  ],
}
