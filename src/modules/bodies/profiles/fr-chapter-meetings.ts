import { item, type ProfileMeetingType } from "./profile.ts"
import { anyOther, approveLast, approveRecord, followUp } from "./shared-items.ts"
import { actorMeeting, chapterRules, fieldVisit, meeting, seminar, workingGroup } from "./shared-meetings.ts"

const rules = chapterRules("fr.local")

export const frChapterMeetings: ProfileMeetingType[] = [
  meeting({
    key: "secretariat",
    name: { fr: "Bureau", en: "Board" },
    rules: rules.secretariat,
    electorate: "functions",
    functions: [
      "co-secretary",
      "treasurer",
      "deputy-treasurer",
      "board-member",
      "communication-lead",
      "elections-lead",
      "welcome-lead",
    ],
    duration_minutes: 90,
    agenda: [
      approveRecord,
      followUp,
      item(
        10,
        "inform",
        "Adhésions : demandes, renouvellements, avis à rendre",
        "Membership: requests, renewals, opinions to give",
      ),
      item(10, "inform", "Nouvelles de la région et du national", "News from the region and the national party"),
      item(20, "discuss", "Actualité locale et conseil municipal", "Local news and municipal council"),
      item(15, "decide", "Actions et tractages : calendrier et équipes", "Actions and leafleting: calendar and teams"),
      item(10, "decide", "Trésorerie : situation et dépenses à engager", "Treasury: balance and spending"),
      anyOther,
    ],
  }),
  meeting({
    key: "ordinary-assembly",
    name: { fr: "Assemblée du groupe local", en: "Assembly of the chapter" },
    rules: rules.assembly,
    electorate: "members",
    duration_minutes: 120,
    agenda: [
      approveLast,
      item(10, "inform", "Accueil des nouveaux adhérents et tour de table", "Welcome of new members and introductions"),
      followUp,
      item(15, "inform", "Retour des élus municipaux et intercommunaux", "The elected report back"),
      item(40, "discuss", "Débat : thème de la réunion", "Debate: theme of the meeting"),
      item(20, "decide", "Prises de position et actions à mener", "Positions and actions to take"),
      item(10, "inform", "Nouvelles de la région et du national", "News from the region and the national party"),
      anyOther,
    ],
  }),
  meeting({
    key: "statutory-assembly",
    name: { fr: "Assemblée générale", en: "General assembly" },
    rules: rules.statutory,
    electorate: "members_up_to_date",
    duration_minutes: 150,
    agenda: [
      approveLast,
      item(10, "inform", "Émargement, procurations et droit de vote", "Attendance, proxies and right to vote"),
      item(
        5,
        "decide",
        "Désignation de la présidence de séance et des assesseurs",
        "Choice of the chair and the tellers",
      ),
      followUp,
      item(20, "decide", "Rapport d’activité", "Report of the year"),
      anyOther,
    ],
  }),
  meeting({
    key: "council-preparation",
    name: { fr: "Préparation du conseil municipal", en: "Preparation of the municipal council" },
    rules: rules.secretariat,
    electorate: "functions",
    functions: ["municipal-councillor", "co-secretary"],
    confidential: true,
    duration_minutes: 90,
    agenda: [
      followUp,
      item(45, "decide", "Délibérations : lecture et position de vote", "Items: reading and vote"),
      item(15, "decide", "Questions orales, amendements et vœux", "Oral questions, amendments and wishes"),
      item(10, "decide", "Interventions et explications de vote", "Who speaks, explanations of vote"),
      item(5, "discuss", "Communication après le conseil", "What we say after the council"),
    ],
  }),
  workingGroup(
    rules.working_group,
    item(20, "decide", "Propositions à porter en assemblée", "Proposals to take to the assembly"),
  ),
  actorMeeting(item(35, "discuss", "Échange : constats, attentes, pistes", "Exchange: findings, expectations, ideas")),
  seminar({ fr: "Journée de rentrée", en: "Day at the start of the year" }, [
    item(90, "discuss", "Bilan de l’année", "The year behind"),
    item(120, "discuss", "Ateliers : priorités locales", "Workshops: local priorities"),
  ]),
  fieldVisit,
]
