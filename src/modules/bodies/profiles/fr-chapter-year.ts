import { item, type ProfileOccasion } from "./profile.ts"

export const frChapterYear: ProfileOccasion[] = [
  {
    key: "accounts",
    title: { fr: "Comptes de l’année écoulée", en: "Accounts of the past year" },
    window: { kind: "months", from: 1, to: 3 },
    meeting_type: "statutory-assembly",
    rule: "fr.party.accounts",
    items: [
      item(10, "inform", "Rapport financier", "Financial report"),
      item(5, "inform", "Rapport des vérificateurs aux comptes", "Report of the auditors"),
      item(10, "decide", "Approbation des comptes et quitus", "Approval of the accounts and discharge"),
    ],
  },
  {
    key: "donor-list",
    title: { fr: "Liste des donateurs et cotisants", en: "List of donors and members" },
    window: { kind: "months", from: 2, to: 3 },
    meeting_type: "secretariat",
    rule: "fr.party.donor_list",
    items: [
      item(
        10,
        "decide",
        "Liste des dons et cotisations à remettre à la région",
        "List of gifts and dues for the region",
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
    key: "budget",
    title: { fr: "Budget de l’année suivante", en: "Budget of the next year" },
    window: { kind: "months", from: 11, to: 12 },
    meeting_type: "statutory-assembly",
    rule: null,
    items: [
      item(
        10,
        "discuss",
        "Situation de l’année en cours et demande à la région",
        "Where this year stands, request to the region",
      ),
      item(20, "decide", "Budget de l’année suivante", "Budget of the next year"),
    ],
  },
  {
    key: "elections",
    title: { fr: "Renouvellement du bureau", en: "Election of the board" },
    window: { kind: "before_end_of_terms", months: 3 },
    meeting_type: "statutory-assembly",
    rule: "fr.local.terms.months",
    items: [
      item(5, "inform", "Fonctions à pourvoir et candidatures reçues", "Functions to fill and candidates"),
      item(20, "discuss", "Présentation des candidats et questions", "The candidates present themselves, questions"),
      item(20, "decide", "Vote, dépouillement et proclamation", "Vote, count and result"),
      item(5, "inform", "Passation : dossiers, accès, signatures", "Hand-over: files, access, signatures"),
    ],
  },
  {
    key: "list-call",
    title: { fr: "Élections municipales : appel à candidatures", en: "Municipal election: call for candidates" },
    window: { kind: "before_election", from_months: 18, to_months: 12 },
    meeting_type: "statutory-assembly",
    rule: null,
    items: [
      item(20, "decide", "Stratégie : liste autonome ou rassemblement", "Strategy: our own list or a joint one"),
      item(10, "decide", "Appel à candidatures et calendrier", "Call for candidates and calendar"),
    ],
  },
  {
    key: "list-closing",
    title: { fr: "Élections municipales : vote de la liste", en: "Municipal election: vote on the list" },
    window: { kind: "before_election", from_months: 8, to_months: 3 },
    meeting_type: "statutory-assembly",
    rule: "fr.campaign.account",
    items: [
      item(20, "discuss", "Proposition de liste paritaire", "Proposed list, with parity"),
      item(20, "decide", "Vote de la liste", "Vote on the list"),
      item(
        10,
        "decide",
        "Mandataire financier, budget et équipe de campagne",
        "Financial agent, campaign budget and team",
      ),
    ],
  },
]
