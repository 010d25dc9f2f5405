import type { MatterTold } from "../story.ts"

export const groupMatters: MatterTold[] = [
  {
    key: "bike",
    title: "Vélo du quotidien",
    standing: "Rapport 214 à la prochaine plénière. Amendement 1 prêt, deux signatures sur trois.",
    lead: "mathilde",
    weeks: 70,
  },
  {
    key: "train",
    title: "Petites lignes ferroviaires",
    standing: "La Région étudie la fermeture de la ligne de la Vesle. Trois maires sont avec nous.",
    lead: "yann",
    weeks: 76,
  },
  {
    key: "school",
    title: "Lycées : rénovation et repas",
    standing: "Quatorze lycées visités sur vingt-deux. La liste des passoires thermiques est publique.",
    lead: "rokhaya",
    weeks: 64,
  },
  {
    key: "water",
    title: "Eau et agriculture",
    standing: "Le schéma régional arrive au prochain trimestre ; les auditions des syndicats d’eau sont finies.",
    lead: "nawel",
    weeks: 58,
  },
  {
    key: "budget",
    title: "Budget régional",
    standing: "Orientations reçues. Nos douze amendements sont chiffrés.",
    lead: "gilles",
    weeks: 48,
  },
  {
    key: "culture",
    title: "Aides à la culture",
    standing: "Les baisses touchent d’abord les petites salles. Une lettre ouverte circule.",
    lead: "carmen",
    weeks: 36,
  },
  {
    key: "team",
    title: "Équipe du groupe",
    standing: "Un contrat se termine dans trois mois ; le recrutement est préparé à trois.",
    lead: "mathilde",
    weeks: 30,
    confidential: true,
  },
  {
    key: "health",
    title: "Déserts médicaux",
    standing: "Le bus de santé a roulé six mois ; l’évaluation est rendue. Dossier clos.",
    lead: "brigitte",
    weeks: 72,
    closed: 12,
  },
]
