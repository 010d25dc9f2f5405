import { item, type ProfileOccasion } from "./profile.ts"

export const beWalloniaChapterYear: ProfileOccasion[] = [
  {
    key: "accounts",
    title: { fr: "Comptes de l’année écoulée", en: "Accounts of the past year" },
    window: { kind: "months", from: 2, to: 3 },
    meeting_type: "statutory-assembly",
    rule: "be.locale.auditors",
    items: [
      item(10, "inform", "Présentation des comptes de l’année écoulée", "Presentation of last year’s accounts"),
      item(5, "inform", "Rapport des vérificateurs aux comptes", "Report of the auditors"),
      item(
        10,
        "decide",
        "Approbation des comptes et décharge à la trésorerie",
        "Approval of the accounts and discharge",
      ),
      item(5, "decide", "Désignation des vérificateurs aux comptes", "Choice of the auditors"),
    ],
  },
  {
    key: "mandate-declarations",
    title: { fr: "Déclarations de mandats et de rémunération", en: "Declarations of mandates and pay" },
    window: { kind: "months", from: 4, to: 5 },
    meeting_type: "secretariat",
    rule: "be.mandates.declaration",
    items: [
      item(
        10,
        "inform",
        "Déclarations de mandats : où en est chaque élu ?",
        "Declarations of mandates: where does each one stand?",
      ),
    ],
  },
  {
    key: "new-year-of-work",
    title: { fr: "Rentrée : priorités de l’année", en: "Start of the year: priorities" },
    window: { kind: "months", from: 8, to: 9 },
    meeting_type: "seminar",
    rule: null,
    items: [item(60, "decide", "Objectifs de l’année et responsables", "Objectives of the year and people in charge")],
  },
  {
    key: "programme",
    title: { fr: "Programme communal : mise à jour annuelle", en: "Municipal programme: yearly update" },
    window: { kind: "months", from: 10, to: 10 },
    meeting_type: "ordinary-assembly",
    rule: null,
    items: [
      item(
        40,
        "decide",
        "Programme communal : engagements tenus, à relancer, à ajouter",
        "Municipal programme: kept, to revive, to add",
      ),
    ],
  },
  {
    key: "budget",
    title: { fr: "Budget de l’année suivante", en: "Budget of the next year" },
    window: { kind: "months", from: 11, to: 12 },
    meeting_type: "statutory-assembly",
    rule: null,
    items: [
      item(10, "discuss", "Situation de l’année en cours", "Where this year stands"),
      item(20, "decide", "Budget de l’année suivante", "Budget of the next year"),
    ],
  },
  {
    key: "elections",
    title: { fr: "Élection aux fonctions internes", en: "Election to internal functions" },
    window: { kind: "before_end_of_terms", months: 3 },
    meeting_type: "statutory-assembly",
    rule: "be.locale.terms.consecutive",
    items: [
      item(5, "inform", "Fonctions à pourvoir et candidatures reçues", "Functions to fill and candidates"),
      item(20, "discuss", "Présentation des candidats et questions", "The candidates present themselves, questions"),
      item(20, "decide", "Vote, dépouillement et proclamation", "Vote, count and result"),
      item(5, "inform", "Passation : dossiers, accès, signatures", "Hand-over: files, access, signatures"),
    ],
  },
  {
    key: "list-call",
    title: { fr: "Élections communales : appel à candidatures", en: "Municipal election: call for candidates" },
    window: { kind: "before_election", from_months: 18, to_months: 12 },
    meeting_type: "statutory-assembly",
    rule: null,
    items: [
      item(15, "decide", "Calendrier et règles de composition de la liste", "Calendar and rules for making the list"),
      item(15, "decide", "Comité de liste : désignation", "List committee: choice of its members"),
      item(10, "decide", "Appel à candidatures", "Call for candidates"),
    ],
  },
  {
    key: "list-closing",
    title: { fr: "Élections communales : vote de la liste", en: "Municipal election: vote on the list" },
    window: { kind: "before_election", from_months: 9, to_months: 4 },
    meeting_type: "statutory-assembly",
    rule: "be.elections.regulated_period",
    items: [
      item(
        20,
        "discuss",
        "Proposition de liste, alternance femmes et hommes",
        "Proposed list, alternating women and men",
      ),
      item(20, "decide", "Vote de la liste", "Vote on the list"),
      item(10, "decide", "Budget et équipe de campagne", "Campaign budget and team"),
    ],
  },
]
