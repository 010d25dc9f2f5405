import { item, type ProfileItem, type ProfileOccasion } from "./profile.ts"

/** What a chapter settles each year or before each end of terms; the general assembly decides unless it says otherwise. */
const atTheAssembly = { meeting_type: "statutory-assembly", rule: null }

export const accounts = (
  from: number,
  rule: string,
  first: ProfileItem,
  ...decided: readonly ProfileItem[]
): ProfileOccasion => ({
  ...atTheAssembly,
  key: "accounts",
  title: { fr: "Comptes de l’année écoulée", en: "Accounts of the past year" },
  window: { kind: "months", from, to: 3 },
  rule,
  items: [first, item(5, "inform", "Rapport des vérificateurs aux comptes", "Report of the auditors"), ...decided],
})

export const newYearOfWork: ProfileOccasion = {
  key: "new-year-of-work",
  title: { fr: "Rentrée : priorités de l’année", en: "Start of the year: priorities" },
  window: { kind: "months", from: 8, to: 9 },
  meeting_type: "seminar",
  rule: null,
  items: [item(60, "decide", "Objectifs de l’année et responsables", "Objectives of the year and people in charge")],
}

export const budget = (situation: ProfileItem): ProfileOccasion => ({
  ...atTheAssembly,
  key: "budget",
  title: { fr: "Budget de l’année suivante", en: "Budget of the next year" },
  window: { kind: "months", from: 11, to: 12 },
  items: [situation, item(20, "decide", "Budget de l’année suivante", "Budget of the next year")],
})

export const elections = (title: ProfileOccasion["title"], rule: string): ProfileOccasion => ({
  ...atTheAssembly,
  key: "elections",
  title,
  window: { kind: "before_end_of_terms", months: 3 },
  rule,
  items: [
    item(5, "inform", "Fonctions à pourvoir et candidatures reçues", "Functions to fill and candidates"),
    item(20, "discuss", "Présentation des candidats et questions", "The candidates present themselves, questions"),
    item(20, "decide", "Vote, dépouillement et proclamation", "Vote, count and result"),
    item(5, "inform", "Passation : dossiers, accès, signatures", "Hand-over: files, access, signatures"),
  ],
})

export const listCall = (fr: string, ...items: ProfileItem[]): ProfileOccasion => ({
  ...atTheAssembly,
  key: "list-call",
  title: { fr: `${fr} : appel à candidatures`, en: "Municipal election: call for candidates" },
  window: { kind: "before_day", of: "municipal", from_months: 18, to_months: 12 },
  items,
})

export const listClosing = (
  fr: string,
  months: { from: number; to: number },
  rule: string,
  proposed: ProfileItem,
  campaign: ProfileItem,
): ProfileOccasion => ({
  ...atTheAssembly,
  key: "list-closing",
  title: { fr: `${fr} : vote de la liste`, en: "Municipal election: vote on the list" },
  window: { kind: "before_day", of: "municipal", from_months: months.from, to_months: months.to },
  rule,
  items: [proposed, item(20, "decide", "Vote de la liste", "Vote on the list"), campaign],
})
