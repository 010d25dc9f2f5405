import { fromPlain } from "../rich-text/plain.ts"
import type { RichText } from "../rich-text/schema.ts"
import type { MinutesPaper } from "./minutes-paper.ts"

/** A short record with everything in it, for the tests of the typesetter and its sisters. */
export const hostile = '#read("/etc/passwd") *x* $y$ @ref `z` <w> \\ #include "house.typ" // fin'

const notes: RichText = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "Débat" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Trois " },
        { type: "text", text: "options", marks: [{ type: "bold" }, { type: "italic" }] },
        { type: "text", text: ", voir " },
        {
          type: "text",
          text: "la note",
          marks: [{ type: "underline" }, { type: "link", attrs: { href: "https://valmont.example/note" } }],
        },
        { type: "hardBreak" },
        { type: "text", text: hostile },
      ],
    },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "un essai de six mois" }] },
            {
              type: "orderedList",
              attrs: { start: 3 },
              content: [
                {
                  type: "listItem",
                  content: [{ type: "paragraph", content: [{ type: "text", text: "sans voitures" }] }],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      type: "blockquote",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Le vert n’est pas une façade." }] }],
    },
  ],
}

export const paper: MinutesPaper = {
  body: "Locale de Valmont",
  reference: "VAL-2026-PV-0004",
  title: "Assemblée statutaire du printemps",
  when: "jeudi 21 mai 2026, de 19 h 34 à 21 h 52",
  date: "2026-05-24",
  region: "BE",
  stamp: "projet",
  status: "Envoyé aux membres le 26 mai 2026.",
  facts: { presides: "Élodie Van den Broeck-Delattre", quorum: "atteint : 26 pour 22 requis" },
  items: [
    {
      title: "Approbation du procès-verbal du 12 mars",
      time: "19 h 34",
      lead: "Pour décider · présenté par Karim Aït-Saïd",
      notes: fromPlain("Le procès-verbal est lu."),
      decisions: [{ number: "2026-18", text: "Il est approuvé.", how: "Consentement.", result: "Sans objection." }],
      tasks: [{ what: "Afficher", who: "Samuel Okonkwo", by: "5 juin 2026" }],
    },
    { title: "Place du Marché", notes },
  ],
  closing: "La séance est levée à 21 h 52.",
  corrections: [{ place: "Point 1", text: "lire « 350 € »." }],
  signatures: [
    { role: "La présidente de séance", name: "Élodie Van den Broeck-Delattre" },
    { role: "La secrétaire de séance", name: "Inès Vandermeer" },
  ],
  attendance: [
    { name: "Karim Aït-Saïd", status: "présent", arrived: "19 h 34", left: "20 h 10" },
    { name: "Georgette Lemmens", status: "représentée", proxy: "à Karim Aït-Saïd" },
  ],
  fingerprint: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
}
