import { item, type ProfileOccasion } from "./profile.ts"
import { accounts, budget, elections, listCall, listClosing, newYearOfWork } from "./shared-year.ts"

export const beWalloniaChapterYear: ProfileOccasion[] = [
  accounts(
    2,
    "be.locale.auditors",
    item(10, "inform", "Présentation des comptes de l’année écoulée", "Presentation of last year’s accounts"),
    item(10, "decide", "Approbation des comptes et décharge à la trésorerie", "Approval of the accounts and discharge"),
    item(5, "decide", "Désignation des vérificateurs aux comptes", "Choice of the auditors"),
  ),
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
  newYearOfWork,
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
  budget(item(10, "discuss", "Situation de l’année en cours", "Where this year stands")),
  elections(
    { fr: "Élection aux fonctions internes", en: "Election to internal functions" },
    "be.locale.terms.consecutive",
  ),
  listCall(
    "Élections communales",
    item(15, "decide", "Calendrier et règles de composition de la liste", "Calendar and rules for making the list"),
    item(15, "decide", "Comité de liste : désignation", "List committee: choice of its members"),
    item(10, "decide", "Appel à candidatures", "Call for candidates"),
  ),
  listClosing(
    "Élections communales",
    { from: 9, to: 4 },
    "be.elections.regulated_period",
    item(
      20,
      "discuss",
      "Proposition de liste, alternance femmes et hommes",
      "Proposed list, alternating women and men",
    ),
    item(10, "decide", "Budget et équipe de campagne", "Campaign budget and team"),
  ),
]
