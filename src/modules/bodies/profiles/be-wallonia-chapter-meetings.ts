import { item, type ProfileMeetingType } from "./profile.ts"
import { anyOther, approveLast, followUp } from "./shared-items.ts"
import { actorMeeting, chapterRules, fieldVisit, meeting, seminar, workingGroup } from "./shared-meetings.ts"

const rules = chapterRules("be.locale")

export const beWalloniaChapterMeetings: ProfileMeetingType[] = [
  meeting({
    key: "secretariat",
    name: { fr: "Secrétariat", en: "Secretariat" },
    rules: rules.secretariat,
    electorate: "functions",
    functions: [
      "political-secretary",
      "administrative-secretary",
      "treasurer",
      "webmaster",
      "elections-lead",
      "welcome-lead",
    ],
    duration_minutes: 90,
    agenda: [
      approveLast,
      followUp,
      item(10, "inform", "Courrier et messages reçus", "Letters and messages received"),
      item(10, "inform", "Nouvelles de la régionale et du fédéral", "News from the region and the federal party"),
      item(
        20,
        "discuss",
        "Conseil communal : points, questions et interpellations",
        "Municipal council: items and questions",
      ),
      item(
        10,
        "discuss",
        "Accueil : contacts à rappeler, nouveaux membres",
        "Welcome: people to call back, new members",
      ),
      item(10, "decide", "Trésorerie : situation et dépenses à approuver", "Treasury: balance and spending to approve"),
      item(10, "decide", "Prochaine assemblée : projet d’ordre du jour", "Next assembly: draft agenda"),
      anyOther,
    ],
  }),
  meeting({
    key: "ordinary-assembly",
    name: { fr: "Assemblée générale ordinaire", en: "Ordinary assembly" },
    rules: rules.assembly,
    electorate: "members",
    duration_minutes: 120,
    agenda: [
      approveLast,
      item(10, "inform", "Accueil et tour de table", "Welcome and introductions"),
      followUp,
      item(
        20,
        "discuss",
        "Conseil communal et CPAS : retour des élus",
        "Council and social welfare: the elected report back",
      ),
      item(40, "discuss", "Débat : thème du mois", "Debate: theme of the month"),
      item(10, "inform", "Nouvelles de la régionale et du fédéral", "News from the region and the federal party"),
      item(15, "decide", "Activités à venir et appel aux bonnes volontés", "Coming activities and call for volunteers"),
      anyOther,
    ],
  }),
  meeting({
    key: "statutory-assembly",
    name: { fr: "Assemblée générale statutaire", en: "Statutory assembly" },
    rules: rules.statutory,
    electorate: "members_up_to_date",
    duration_minutes: 150,
    agenda: [
      approveLast,
      item(
        10,
        "inform",
        "Accueil, vérification des présences et du droit de vote",
        "Welcome, attendance and right to vote",
      ),
      item(
        5,
        "decide",
        "Désignation de la présidence de séance et des scrutateurs",
        "Choice of the chair and the tellers",
      ),
      followUp,
      item(20, "discuss", "Rapport d’activités du secrétariat", "The secretariat’s report of the year"),
      anyOther,
    ],
  }),
  meeting({
    key: "council-preparation",
    name: { fr: "Préparation du conseil communal", en: "Preparation of the municipal council" },
    rules: rules.secretariat,
    electorate: "functions",
    functions: ["municipal-councillor", "alderman", "cpas-councillor", "political-secretary"],
    confidential: true,
    duration_minutes: 90,
    agenda: [
      followUp,
      item(
        45,
        "decide",
        "Points de la convocation : lecture et position de vote",
        "Items of the convocation: reading and vote",
      ),
      item(15, "decide", "Questions orales et points à ajouter", "Oral questions and items to add"),
      item(10, "decide", "Qui intervient sur quoi, temps de parole", "Who speaks on what, and how long"),
      item(5, "discuss", "Communication après le conseil", "What we say after the council"),
    ],
  }),
  workingGroup(
    rules.working_group,
    item(20, "decide", "Propositions à porter à l’assemblée", "Proposals to take to the assembly"),
  ),
  actorMeeting(
    item(35, "discuss", "Échange : situation, attentes, pistes", "Exchange: situation, expectations, ideas"),
  ),
  seminar(
    { fr: "Mise au vert", en: "Away day" },
    [
      item(
        90,
        "discuss",
        "Bilan de l’année : ce qui a marché, ce qui a manqué",
        "The year behind: what worked, what was missing",
      ),
      item(120, "discuss", "Ateliers : priorités de l’année à venir", "Workshops: priorities for the year ahead"),
    ],
    [item(15, "inform", "Conclusion et rangement", "Closing and tidying up")],
  ),
  fieldVisit,
]
