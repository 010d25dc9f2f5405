import { item, type ProfileOccasion } from "./profile.ts"

export const frRegionalGroupYear: ProfileOccasion[] = [
  {
    key: "budget-orientations",
    title: { fr: "Orientations budgétaires de la Région", en: "Budget orientations of the region" },
    window: { kind: "months", from: 10, to: 12 },
    meeting_type: "group-meeting",
    rule: "fr.cr.reports_notice",
    items: [
      item(
        45,
        "decide",
        "Orientations budgétaires : analyse et ligne du groupe",
        "Budget orientations: analysis and line of the group",
      ),
    ],
  },
  {
    key: "budget",
    title: { fr: "Budget primitif de la Région", en: "Budget of the region" },
    window: { kind: "months", from: 11, to: 3 },
    meeting_type: "sitting-preparation",
    rule: "fr.cr.reports_notice",
    items: [
      item(
        45,
        "decide",
        "Budget primitif : vote du groupe et amendements budgétaires équilibrés",
        "Budget: vote and balanced amendments",
      ),
    ],
  },
  {
    key: "group-envelope",
    title: {
      fr: "Enveloppes du groupe : personnel et fonctionnement",
      en: "Envelopes of the group: staff and operations",
    },
    window: { kind: "months", from: 1, to: 2 },
    meeting_type: "group-meeting",
    rule: "fr.group.staff_cap",
    items: [
      item(10, "inform", "Enveloppes de l’année écoulée : dépensé, reste", "Envelopes of the past year: spent, left"),
      item(15, "decide", "Emploi des enveloppes de l’année", "Use of this year’s envelopes"),
    ],
  },
  {
    key: "accounts",
    title: { fr: "Comptes de la Région", en: "Accounts of the region" },
    window: { kind: "months", from: 5, to: 6 },
    meeting_type: "sitting-preparation",
    rule: "fr.cr.reports_notice",
    items: [
      item(
        30,
        "decide",
        "Comptes de l’exercice écoulé : lecture et vote",
        "Accounts of the past year: reading and vote",
      ),
    ],
  },
  {
    key: "new-year-of-work",
    title: { fr: "Séminaire de rentrée", en: "Seminar at the start of the year" },
    window: { kind: "months", from: 8, to: 9 },
    meeting_type: "seminar",
    rule: null,
    items: [item(60, "decide", "Priorités de l’année et répartition", "Priorities of the year and who takes what")],
  },
  {
    key: "staff-interviews",
    title: { fr: "Entretiens annuels de l’équipe", en: "Yearly interviews of the team" },
    window: { kind: "months", from: 11, to: 12 },
    meeting_type: "secretariat",
    rule: null,
    items: [
      item(
        10,
        "inform",
        "Entretiens annuels : calendrier et souhaits de formation",
        "Yearly interviews: calendar and training wishes",
      ),
    ],
  },
  {
    key: "elections",
    title: { fr: "Présidence et fonctions du groupe", en: "Presidency and functions of the group" },
    window: { kind: "before_end_of_terms", months: 2 },
    meeting_type: "ordinary-assembly",
    rule: "fr.group.majority",
    items: [
      item(
        20,
        "discuss",
        "Candidatures à la présidence et aux fonctions du groupe",
        "Candidates for the presidency and functions",
      ),
      item(15, "decide", "Élection et répartition des fonctions", "Election and functions"),
    ],
  },
  {
    key: "end-of-term",
    title: {
      fr: "Fin de mandat : bilan, archives, contrats de l’équipe",
      en: "End of the term: review, archives, contracts",
    },
    window: { kind: "before_day", of: "regional", from_months: 9, to_months: 3 },
    meeting_type: "ordinary-assembly",
    rule: "fr.group.campaign_means",
    items: [
      item(
        20,
        "inform",
        "Moyens du groupe et campagne : ce qui est permis, ce qui ne l’est pas",
        "Group means and the campaign: what is allowed",
      ),
      item(20, "decide", "Bilan de mandat", "Review of the term"),
      item(15, "discuss", "Archives et fin des contrats de l’équipe", "Archives and end of the staff’s contracts"),
    ],
  },
  {
    key: "new-term",
    title: {
      fr: "Nouveau mandat : déclarer le groupe, l’organiser",
      en: "New term: declaring the group, organising it",
    },
    window: { kind: "after_day", of: "regional", to_months: 3 },
    meeting_type: "ordinary-assembly",
    rule: "fr.cr.ri_adopted",
    items: [
      item(
        15,
        "decide",
        "Déclaration du groupe : membres, présidence, opposition ou non (CGCT L4132-23)",
        "Declaration of the group: members, chair, opposition or not (CGCT L4132-23)",
      ),
      item(15, "decide", "Élection et répartition des fonctions", "Election and functions"),
      item(
        20,
        "decide",
        "Règlement intérieur de la Région, à adopter dans les trois mois : demandes du groupe",
        "Rules of procedure of the region, due within three months: what the group asks for",
      ),
      item(15, "discuss", "Équipe : postes, recrutements à proposer", "Team: posts, and whom to propose"),
    ],
  },
]
