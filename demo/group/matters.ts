import type { MatterTold } from "../story.ts"

export const groupMatters: MatterTold[] = [
  {
    key: "bike",
    title: "Vélo du quotidien",
    standing: "Rapport 214 à la prochaine plénière. Amendement 1 prêt, deux signatures sur trois.",
    lead: "mathilde",
    weeks: 70,
    theme: "Vélo",
    next: ["Déposer l’amendement 1", 5],
  },
  {
    key: "train",
    title: "Petites lignes ferroviaires",
    standing: "La Région étudie la fermeture de la ligne de la Vesle. Trois maires sont avec nous.",
    lead: "yann",
    weeks: 76,
    theme: "Trains et cars",
    state: "waiting",
    next: ["Relancer la vice-présidence", -3],
  },
  {
    key: "school",
    title: "Lycées : rénovation et repas",
    standing: "Quatorze lycées visités sur vingt-deux. La liste des passoires thermiques est publique.",
    lead: "rokhaya",
    weeks: 64,
    theme: "Bâtiments",
    next: ["Visiter le lycée de Brume", 12],
  },
  {
    key: "water",
    title: "Eau et agriculture",
    standing: "Le schéma régional arrive au prochain trimestre ; les auditions des syndicats d’eau sont finies.",
    lead: "nawel",
    weeks: 58,
    theme: "Eau",
    state: "watching",
  },
  {
    key: "budget",
    title: "Budget régional",
    standing: "Orientations reçues. Nos douze amendements sont chiffrés.",
    lead: "gilles",
    weeks: 48,
    theme: "Budget",
    next: ["Chiffrer les trois derniers amendements", 9],
  },
  {
    key: "culture",
    title: "Aides à la culture",
    standing: "Les baisses touchent d’abord les petites salles. Une lettre ouverte circule.",
    lead: "carmen",
    weeks: 36,
    theme: "Culture et sport",
  },
  {
    key: "team",
    title: "Équipe du groupe",
    standing: "Un contrat se termine dans trois mois ; le recrutement est préparé à trois.",
    lead: "mathilde",
    weeks: 30,
    theme: "Vie du groupe",
    next: ["Publier l’annonce", 20],
    confidential: true,
  },
  {
    key: "health",
    title: "Déserts médicaux",
    standing: "Le bus de santé a roulé six mois ; l’évaluation est rendue. Dossier clos.",
    lead: "brigitte",
    weeks: 72,
    theme: "Santé et égalité",
    closed: 12,
  },
]

/** What the four lists promised together. */
export const groupProgramme = [
  {
    theme: "Vélo",
    source: "Programme commun, page 12",
    lines: ["– Un plan vélo régional de cent kilomètres de pistes par an", "– Un abri fermé à vélos dans chaque gare"],
  },
  {
    theme: "Trains et cars",
    source: "Programme commun, page 9",
    lines: ["– Aucune fermeture de ligne de train", "– Un dernier train du soir dans chaque gare, toute l’année"],
  },
  {
    theme: "Bâtiments",
    source: "Programme commun, page 21",
    lines: ["– La rénovation énergétique de tous les lycées classés F ou G avant 2030"],
  },
]
