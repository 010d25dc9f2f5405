import { item, type ProfileMeetingType } from "./profile.ts"
import { anyOther, approveLast, approveRecord, followUp } from "./shared-items.ts"
import { actorMeeting, meeting } from "./shared-meetings.ts"

const group = {
  notice: "fr.group.notice.meeting",
  items_until: "fr.group.items.meeting",
  quorum: "fr.group.quorum",
  majority: "fr.group.majority",
  proxies: "fr.group.proxies",
}
const elected = ["president", "vice-president", "councillor"]
const team = ["general-secretary", "staff", "press-officer", "assistant"]

export const frRegionalGroupMeetings: ProfileMeetingType[] = [
  meeting({
    key: "group-meeting",
    name: { fr: "Réunion de groupe", en: "Group meeting" },
    rules: group,
    electorate: "functions",
    functions: [...elected, ...team],
    confidential: true,
    duration_minutes: 120,
    agenda: [
      approveRecord,
      followUp,
      item(15, "discuss", "Actualité régionale et point presse", "Regional news and press"),
      item(
        30,
        "discuss",
        "Prochaine séance : rapports à enjeu et positions",
        "Next sitting: main reports and positions",
      ),
      item(
        20,
        "decide",
        "Amendements, vœux et questions orales à déposer",
        "Amendments, wishes and oral questions to lodge",
      ),
      item(10, "decide", "Répartition des interventions et du temps de parole", "Who speaks, and for how long"),
      item(
        15,
        "inform",
        "Tour des départements : actions et rencontres",
        "Around the departments: actions and meetings",
      ),
      anyOther,
    ],
  }),
  meeting({
    key: "sitting-preparation",
    name: { fr: "Préparation de séance plénière", en: "Preparation of a plenary sitting" },
    rules: group,
    electorate: "functions",
    functions: [...elected, ...team],
    confidential: true,
    duration_minutes: 180,
    agenda: [
      followUp,
      item(
        15,
        "inform",
        "Ordre du jour de la séance et décisions de la conférence des présidents",
        "Agenda of the sitting",
      ),
      item(
        75,
        "decide",
        "Rapports : analyse des chefs de file et consigne de vote",
        "Reports: analysis by the leads and vote",
      ),
      item(30, "decide", "Amendements et vœux : texte définitif", "Amendments and wishes: final text"),
      item(15, "decide", "Vœux et amendements des autres groupes", "Wishes and amendments of the other groups"),
      item(
        20,
        "decide",
        "Discours de politique générale et ordre des interventions",
        "Opening speech and order of speakers",
      ),
      item(15, "decide", "Communication : communiqué, réseaux, presse", "Communication: release, networks, press"),
    ],
  }),
  meeting({
    key: "secretariat",
    name: { fr: "Réunion d’équipe", en: "Team meeting" },
    electorate: "functions",
    functions: team,
    confidential: true,
    duration_minutes: 60,
    agenda: [
      followUp,
      item(10, "inform", "Agenda de la semaine des élus et de l’équipe", "The week of the elected and the team"),
      item(
        15,
        "discuss",
        "Dossiers en cours : avancement et points de blocage",
        "Matters under way: progress and obstacles",
      ),
      item(10, "decide", "Répartition des tâches et des absences", "Tasks and absences"),
      item(10, "inform", "Veille et presse", "Press and media watch"),
      anyOther,
    ],
  }),
  meeting({
    key: "commission-preparation",
    name: { fr: "Préparation de commission", en: "Preparation of a commission" },
    functions: ["commission-lead"],
    confidential: true,
    duration_minutes: 60,
    agenda: [
      item(
        35,
        "decide",
        "Rapports de la commission : lecture, questions, avis",
        "Reports of the commission: reading, questions, opinion",
      ),
      item(15, "discuss", "Alertes à porter en réunion de groupe", "What to bring to the group meeting"),
    ],
  }),
  meeting({
    key: "ordinary-assembly",
    name: { fr: "Assemblée plénière du groupe", en: "Full meeting of the group" },
    rules: group,
    electorate: "functions",
    functions: elected,
    confidential: true,
    duration_minutes: 180,
    agenda: [
      approveLast,
      followUp,
      item(45, "discuss", "Bilan d’étape du mandat", "Where the term stands"),
      item(45, "decide", "Stratégie et objectifs du groupe", "Strategy and objectives of the group"),
      anyOther,
    ],
  }),
  {
    ...actorMeeting(
      item(
        35,
        "discuss",
        "Échange : constats, attentes envers la Région",
        "Exchange: findings, what is expected of the region",
      ),
      item(
        10,
        "decide",
        "Suites : question, amendement, courrier, visite",
        "What follows: question, amendment, letter, visit",
      ),
    ),
    name: { fr: "Rencontre avec un acteur régional", en: "Meeting with a regional actor" },
  },
  meeting({
    key: "seminar",
    name: { fr: "Séminaire de groupe", en: "Group seminar" },
    electorate: "functions",
    functions: [...elected, ...team],
    confidential: true,
    duration_minutes: 480,
    agenda: [
      item(30, "inform", "Accueil et programme", "Welcome and programme"),
      item(
        90,
        "discuss",
        "Bilan : votes, textes adoptés, présence dans les départements",
        "Review: votes, texts adopted, presence",
      ),
      item(120, "discuss", "Ateliers par politique régionale", "Workshops by regional policy"),
      item(60, "decide", "Feuille de route et calendrier du semestre", "Road map and calendar of the half-year"),
      item(30, "decide", "Fonctionnement du groupe et de l’équipe", "How the group and its team work"),
    ],
  }),
  meeting({
    key: "trip",
    name: { fr: "Déplacement", en: "Trip" },
    duration_minutes: 360,
    agenda: [
      item(15, "inform", "Rendez-vous, trajet et déroulé", "Meeting point, journey and programme"),
      item(150, "inform", "Visites et rencontres", "Visits and meetings"),
      item(20, "inform", "Point presse", "Press briefing"),
      item(30, "discuss", "Ce que nous en retenons pour la prochaine séance", "What we take to the next sitting"),
    ],
  }),
]
