/** The paths a text may go; each has its states in `flow.ts`. */
export type Path = "amendment" | "wish" | "question" | "written" | "sent" | "spoken" | "kept"

/** What is asked beside title and text. */
export type FieldName =
  | "addressee"
  | "subject"
  | "place"
  | "grounds"
  | "balance"
  | "embargo"
  | "contact"
  | "source"
  | "valid_until"

export type KindSays = {
  /** As it stands in its number: GRP-2026-VOEU-0007. */
  code: string
  path: Path
  /** Fields of its form, and those without which it is not validated. */
  fields: readonly FieldName[]
  needs?: readonly FieldName[]
  /** Its text is made of recitals, of articles numbered by themselves. */
  recitals?: true
  articles?: true
  /** Nothing leaves before somebody has signed it. */
  signed?: true
  /** The limit it begins with, where one is usual; whoever writes changes it. */
  signs?: number
  minutes?: number
}

/**
 * What each kind of text is: its form, its path, its number. The conventions are those of the trade; the limits are what is usual,
 * and each assembly has its own (its rules of procedure): they are offered, never imposed.
 */
export const kinds = {
  amendment: {
    code: "AMD",
    path: "amendment",
    fields: ["place", "grounds", "balance"],
    needs: ["place", "grounds"],
    signed: true,
  },
  sub_amendment: {
    code: "SAMD",
    path: "amendment",
    fields: ["place", "grounds", "balance"],
    needs: ["place", "grounds"],
    signed: true,
  },
  wish: { code: "VOEU", path: "wish", fields: ["addressee"], recitals: true, signed: true },
  motion: { code: "MOT", path: "wish", fields: [], recitals: true, signed: true },
  deliberation: { code: "DEL", path: "wish", fields: ["grounds"], recitals: true, articles: true },
  oral_question: {
    code: "QO",
    path: "question",
    fields: ["addressee", "subject"],
    needs: ["addressee"],
    signed: true,
    minutes: 2,
  },
  topical_question: {
    code: "QA",
    path: "question",
    fields: ["addressee", "subject"],
    needs: ["addressee"],
    signed: true,
    minutes: 2,
  },
  interpellation: {
    code: "INT",
    path: "question",
    fields: ["addressee", "subject"],
    needs: ["addressee"],
    signed: true,
    minutes: 10,
  },
  written_question: {
    code: "QE",
    path: "written",
    fields: ["addressee", "subject"],
    needs: ["addressee"],
    signed: true,
  },
  speech: { code: "DISC", path: "spoken", fields: [], minutes: 3 },
  letter: { code: "LET", path: "sent", fields: ["addressee", "subject"], needs: ["addressee"], signed: true },
  op_ed: { code: "TRIB", path: "sent", fields: ["addressee"], signs: 2000 },
  release: { code: "CP", path: "sent", fields: ["embargo", "contact"], needs: ["contact"] },
  argument_sheet: { code: "FICHE", path: "kept", fields: ["source", "valid_until"] },
  note: { code: "NOTE", path: "kept", fields: ["addressee"] },
} as const satisfies Record<string, KindSays>

export type TextKind = keyof typeof kinds
export const textKinds = Object.keys(kinds) as [TextKind, ...TextKind[]]

export const kindOf = (kind: TextKind): KindSays => kinds[kind]
