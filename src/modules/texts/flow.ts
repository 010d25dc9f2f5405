import type { RichText } from "../../kernel/rich-text/schema.ts"
import { type Missing, type Transition, workflow } from "../../kernel/workflow.ts"
import { gapsIn } from "./gaps.ts"
import { type FieldName, kindOf, kinds, type Path, type TextKind } from "./kinds.ts"
import { PACE } from "./speech/pace.ts"

/** Up to the moment it leaves, the same for all. */
const before = ["draft", "given", "read", "validated", "signed"] as const
/** What comes then, by its path (LAW: amendments, vœux and questions of the assemblies). */
const after = [
  "lodged",
  "admissible",
  "inadmissible",
  "defended",
  "scheduled",
  "asked",
  "answered",
  "followed",
  "adopted",
  "amended",
  "rejected",
  "fallen",
  "referred",
  "sent",
  "published",
  "delivered",
  "withdrawn",
  "dropped",
] as const
export const textStates = [...before, ...after] as const
export type TextState = (typeof textStates)[number]
export type Outcome = Exclude<(typeof after)[number], "lodged" | "dropped">

/** Where it may still be written, and only those who write texts of that body see it. */
export const openStates: readonly TextState[] = ["draft", "given", "read"]

/** What a text is asked when a step is to be taken. */
export type TextFacts = {
  id: string
  kind: TextKind
  state: TextState
  title: string
  author_id: string | null
  fields: Partial<Record<FieldName, string>>
  sitting_item_id?: string | null
  sitting_id?: string | null
  doc: RichText | null
  signs: number
  words: number
  limit_signs: number | null
  limit_minutes: number | null
  /** Remarks nobody answered; counted where what is missing is shown. */
  open_remarks?: number
  /** Words in a minute of whoever says it, where it is known. */
  pace?: number
}

type Way = {
  /** The state it takes when it leaves. */
  leaves: TextState
  /** What may become of it then: each state with those it comes from. Steps that nobody noted are no obstacle. */
  outcomes: Partial<Record<Outcome, readonly TextState[]>>
}

const debated = ["lodged", "admissible", "defended", "referred"] as const
const asked = ["lodged", "scheduled", "asked"] as const
const ways: Record<Path, Way> = {
  amendment: {
    leaves: "lodged",
    outcomes: {
      admissible: ["lodged"],
      inadmissible: ["lodged"],
      defended: ["lodged", "admissible"],
      adopted: debated,
      amended: debated,
      rejected: debated,
      fallen: debated,
      withdrawn: debated,
    },
  },
  wish: {
    leaves: "lodged",
    outcomes: {
      admissible: ["lodged"],
      inadmissible: ["lodged"],
      defended: ["lodged", "admissible"],
      referred: ["lodged", "admissible", "defended"],
      adopted: debated,
      amended: debated,
      rejected: debated,
      withdrawn: debated,
    },
  },
  question: {
    leaves: "lodged",
    outcomes: {
      inadmissible: ["lodged"],
      scheduled: ["lodged"],
      asked: ["lodged", "scheduled"],
      answered: asked,
      followed: ["answered"],
      withdrawn: ["lodged", "scheduled"],
    },
  },
  written: {
    leaves: "lodged",
    outcomes: { inadmissible: ["lodged"], answered: ["lodged"], followed: ["answered"], withdrawn: ["lodged"] },
  },
  sent: { leaves: "sent", outcomes: { published: ["sent"], answered: ["sent"], followed: ["answered"] } },
  spoken: { leaves: "delivered", outcomes: {} },
  kept: { leaves: "published", outcomes: {} },
}

/** What may be noted of a text that left. */
export const outcomesFrom = ({ kind, state }: Pick<TextFacts, "kind" | "state">): Outcome[] =>
  (Object.entries(ways[kindOf(kind).path].outcomes) as [Outcome, readonly TextState[]][])
    .filter(([, from]) => from.includes(state))
    .map(([to]) => to)

/** Nothing more is awaited. */
export const isOver = ({ kind, state }: Pick<TextFacts, "kind" | "state">): boolean =>
  state === "dropped" || (!before.includes(state as never) && outcomesFrom({ kind, state }).length === 0)

/** The steps a text goes through, in order, for whoever looks; the last one is what became of it. */
export const stepsOf = (kind: TextKind): TextState[] => [
  "draft",
  "read",
  "validated",
  ...(kindOf(kind).signed ? (["signed"] as const) : []),
  ways[kindOf(kind).path].leaves,
]

const flowFor = (kind: TextKind) => {
  const { signed, path } = kindOf(kind)
  const transitions: Transition<TextState, TextFacts>[] = [
    { by: "texts.give", from: openStates, to: "given", needs: toGive },
    { by: "texts.markRead", from: openStates, to: "read", needs: toGive },
    { by: "texts.validate", from: openStates, to: "validated", needs: toValidate },
    ...(signed ? [{ by: "texts.sign", from: ["validated"], to: "signed" } as const] : []),
    { by: "texts.lodge", from: [signed ? "signed" : "validated"], to: ways[path].leaves },
    // What is kept to serve again is looked at again; what left for others is what they received.
    { by: "texts.reopen", from: ["validated", "signed", ...(path === "kept" ? [ways[path].leaves] : [])], to: "draft" },
    { by: "texts.drop", from: before, to: "dropped" },
  ]
  return workflow<TextState, TextFacts>({ states: textStates, stateOf: ({ state }) => state, transitions })
}

const toGive = ({ id, signs }: TextFacts): Missing[] =>
  signs === 0 ? [{ key: "texts.missing.words", at: `/textes/${id}/ecrire` }] : []

/** What lacks before somebody answers for a text: its words, an author, its form, its limit; that nobody read it is only said. */
const toValidate = (text: TextFacts): Missing[] => {
  const { id, kind, state, author_id, fields, signs, words, limit_signs, limit_minutes, pace = PACE } = text
  const form = `/textes/${id}/modifier`
  const gaps = gapsIn(text.doc)
  // An item is added to a council with its note and its draft deliberation (CDLD L1122-24).
  const isAddedItem = kind === "deliberation" && text.sitting_id && !text.sitting_item_id
  const needs: readonly FieldName[] = isAddedItem ? ["grounds"] : (kindOf(kind).needs ?? [])
  const lacking = needs.filter((name) => !fields[name])
  return [
    ...toGive(text),
    ...(gaps > 0 ? [{ key: "texts.missing.gaps", facts: { count: gaps }, at: `/textes/${id}/ecrire` }] : []),
    ...(author_id ? [] : [{ key: "texts.missing.author", at: form }]),
    ...lacking.map((name) => ({ key: `texts.missing.${name}`, at: form })),
    ...(limit_signs !== null && signs > limit_signs
      ? [
          {
            key: "texts.missing.signs",
            facts: { over: signs - limit_signs, limit: limit_signs },
            at: `/textes/${id}/ecrire`,
          },
        ]
      : []),
    ...(limit_minutes !== null && words > limit_minutes * pace
      ? [
          {
            key: "texts.missing.minutes",
            facts: { minutes: Math.ceil(words / pace), limit: limit_minutes },
            at: `/textes/${id}/ecrire`,
            // An estimate: it may still fit.
            only_warns: true,
          },
        ]
      : []),
    ...(text.open_remarks
      ? [{ key: "texts.missing.remarks", facts: { count: text.open_remarks }, only_warns: true }]
      : []),
    ...(state === "read" ? [] : [{ key: "texts.missing.reading", only_warns: true }]),
  ]
}

const flows = Object.fromEntries((Object.keys(kinds) as TextKind[]).map((kind) => [kind, flowFor(kind)])) as Record<
  TextKind,
  ReturnType<typeof flowFor>
>

/** The workflow of a kind. */
export const flowOf = (kind: TextKind) => flows[kind]
