import type { TextKind } from "../kinds.ts"

/** A line of a starting model: a paragraph, or an article's or a part's heading. */
type Line = string | { article: string } | { part: string }

/** What is known of where the text goes. */
export type Occasion = { assembly: string; day: string }

/**
 * The models shipped, by the conventions of each kind in French-speaking assemblies. A body writes its own; dots are what the
 * author fills in.
 */
export const starting: Partial<Record<TextKind, (occasion: Occasion) => readonly Line[]>> = {
  wish: ({ assembly, day }) => [
    "Considérant que … ;",
    "Considérant que … ;",
    "Considérant que … ;",
    `${assembly}, réuni le ${day}, émet le vœu que …`,
    "et demande à …",
  ],
  motion: ({ assembly, day }) => [
    "Considérant que … ;",
    "Considérant que … ;",
    `${assembly}, réuni le ${day} :`,
    "affirme que … ;",
    "demande que …",
  ],
  deliberation: ({ assembly }) => [
    `${assembly},`,
    "Vu … ;",
    "Vu … ;",
    "Considérant que … ;",
    "Considérant que … ;",
    "Sur proposition de … ;",
    "Après en avoir délibéré,",
    "DÉCIDE :",
    { article: "Article 1er" },
    "…",
    { article: "Article 2" },
    "La présente délibération est transmise à …",
  ],
  amendment: () => ["Remplacer « … » par « … ».", "(ou) Supprimer « … ».", "(ou) Insérer après « … » : « … »."],
  sub_amendment: () => ["À l’amendement n° …, remplacer « … » par « … »."],
  oral_question: () => [
    "Madame la Présidente, Monsieur le Président,",
    "… (le contexte, en trois phrases)",
    "Ma question est la suivante : … ?",
    "Je vous remercie.",
  ],
  topical_question: () => ["… (ce qui vient de se passer, et quand)", "Ma question est la suivante : … ?"],
  interpellation: () => [
    { part: "Le contexte" },
    "…",
    { part: "Ce que nous demandons" },
    "Le Collège peut-il dire … ?",
    "Quand … ?",
  ],
  written_question: () => [
    "… (le contexte, en trois phrases)",
    "Le Collège peut-il communiquer : …",
    "1. … ?",
    "2. … ?",
  ],
  speech: () => [
    "Madame la Présidente, Monsieur le Président, chères et chers collègues,",
    "… (ce que nous voyons)",
    "… (ce que nous proposons)",
    "Je vous remercie.",
  ],
  // What is said before and after comes of whom it is for (letters/formulas).
  letter: () => ["…"],
  op_ed: () => ["… (une scène, un fait d’ici)", "… (ce que cela dit)", "… (ce que nous ferons)"],
  release: ({ day }) => [
    `… (lieu), le ${day}. Qui, quoi, où, quand, pourquoi, en deux phrases.`,
    "…",
    "« … », déclare …",
    { part: "Qui nous sommes" },
    "…",
  ],
  argument_sheet: () => [
    { part: "En une phrase" },
    "…",
    { part: "Trois chiffres" },
    "…",
    { part: "Ce qu’on nous répond, et ce que nous disons" },
    "…",
  ],
  note: () => [
    { part: "De quoi il s’agit" },
    "…",
    { part: "Ce qui est en jeu" },
    "…",
    { part: "Ce que nous proposons" },
    "…",
  ],
}
