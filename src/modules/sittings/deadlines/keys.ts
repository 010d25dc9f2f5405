import type { AssemblyPlace } from "../../bodies/contract.ts"
import type { AssemblyKind } from "../kinds.ts"

/** What is lodged for a sitting, each with its own last day. `added_item`: a point put on their order of business by one of ours. */
export const lodgingKinds = [
  "amendment",
  "sub_amendment",
  "voeu",
  "motion",
  "oral_question",
  "topical_question",
  "written_question",
  "interpellation",
  "added_item",
] as const
export type LodgingKind = (typeof lodgingKinds)[number]

/** Beside what we lodge, what they owe us: their reports or convocation, and how late urgency may bring them. */
export type DeadlineKind = LodgingKind | "reports" | "urgency"

type Keys = Partial<Record<DeadlineKind, string>>

/** The rule of the rulebook behind each day; what has none is not lodged there, or at any time. */
export const deadlineKeys = (kind: AssemblyKind, seats: number | null): Keys =>
  kind === "fr_municipal_council" && seats !== null && seats < SEATS_FROM_3500
    ? { ...keys[kind], reports: "fr.cm.notice_small" }
    : keys[kind]

// CGCT L2121-2: a council of 27 or more is that of a commune of 3 500 inhabitants or more.
const SEATS_FROM_3500 = 27

const keys: Record<AssemblyKind, Keys> = {
  fr_regional_council: {
    reports: "fr.cr.reports_notice",
    urgency: "fr.cr.urgency",
    amendment: "fr.cr.amendments_until",
    sub_amendment: "fr.cr.sub_amendments_until",
    voeu: "fr.cr.voeux_until",
    // Their rules of procedure speak of both in one article.
    motion: "fr.cr.voeux_until",
    oral_question: "fr.cr.oral_questions_until",
    topical_question: "fr.cr.topical_questions_until",
    written_question: "fr.cr.written_questions_until",
  },
  fr_permanent_commission: { reports: "fr.cr.cp_notice", amendment: "fr.cr.cp_amendments_until" },
  fr_sector_commission: { reports: "fr.cr.commission_notice" },
  fr_municipal_council: {
    reports: "fr.cm.notice",
    urgency: "fr.cm.urgency",
    amendment: "fr.cm.amendments_until",
    voeu: "fr.cm.voeux_until",
    motion: "fr.cm.voeux_until",
    oral_question: "fr.cm.oral_questions_until",
    written_question: "fr.cm.written_questions_until",
  },
  be_municipal_council: {
    reports: "be.cc.notice",
    added_item: "be.cc.added_item",
    // A motion is an item that a councillor adds (CDLD L1122-24).
    motion: "be.cc.added_item",
    amendment: "be.cc.amendments_until",
    oral_question: "be.cc.oral_questions_until",
    topical_question: "be.cc.oral_questions_until",
    interpellation: "be.cc.interpellations_until",
  },
  be_cpas_council: {
    reports: "be.cpas.notice",
    added_item: "be.cpas.added_item",
    motion: "be.cpas.added_item",
    oral_question: "be.cpas.oral_questions_until",
  },
  other: {},
}

/** Where the rules of a kind of assembly stand in a rulebook. */
export const placeOf = (kind: AssemblyKind): AssemblyPlace | null => places[kind]

const places: Record<AssemblyKind, AssemblyPlace | null> = {
  fr_regional_council: "fr.cr",
  fr_permanent_commission: "fr.cr",
  fr_sector_commission: "fr.cr",
  fr_municipal_council: "fr.cm",
  be_municipal_council: "be.cc",
  be_cpas_council: "be.cpas",
  other: null,
}

/** In what a time before a sitting may be counted, as their rules of procedure put it. */
export const timesBefore = ["days", "clear_days", "working_days", "workable_days", "hours"] as const

/** Whether a rule of such an assembly is a time that is counted back from its sitting. */
export const isTimeBefore = (kind: AssemblyKind, seats: number | null, key: string): boolean =>
  Object.values(deadlineKeys(kind, seats)).includes(key)
