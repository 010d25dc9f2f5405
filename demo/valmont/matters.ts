import type { MatterTold } from "../story.ts"

export const valmontMatters: MatterTold[] = [
  {
    key: "market",
    title: "Place du Marché",
    standing:
      "Essai de piétonnisation de six mois demandé au conseil, livreurs avant 10 h. Le collège doit rendre son étude de circulation.",
    lead: "elodie",
    weeks: 60,
    theme: "Espaces publics",
    next: ["Relancer le collège sur l’étude de circulation", 6],
  },
  {
    key: "accounts",
    title: "Trésorerie",
    standing: "Comptes du dernier exercice à présenter à l’assemblée ; les vérificatrices les attendent.",
    lead: "karim",
    weeks: 78,
    theme: "Finances",
    next: ["Porter les comptes aux vérificatrices", 10],
  },
  {
    key: "party",
    title: "Fête de la locale",
    standing: "La fête a réuni 140 personnes. Le bilan est arrêté, la salle est à réserver pour la prochaine.",
    lead: "samuel",
    weeks: 56,
    theme: "Vie de l’équipe",
    state: "watching",
  },
  {
    key: "river",
    title: "Zones inondables de la Vesle",
    standing:
      "La commission a reçu les riverains. Une interpellation est prête ; le plan de secours communal date de 2014.",
    lead: "mathilde",
    weeks: 66,
    theme: "Eau",
    state: "waiting",
    next: ["Déposer l’interpellation", 13],
  },
  {
    key: "canteen",
    title: "Cantines scolaires",
    standing: "Le marché public est renouvelé cette année : c’est le moment de demander du local et du végétal.",
    lead: "thibault",
    weeks: 40,
    theme: "Cantines",
  },
  {
    key: "list",
    title: "Liste pour les communales",
    standing: "Comité de liste constitué. Entretiens en cours, rien ne sort d’ici avant l’assemblée.",
    lead: "bastien",
    weeks: 24,
    confidential: true,
  },
  {
    key: "bus",
    title: "Ligne de bus 14",
    standing:
      "Le dernier départ du soir est rétabli depuis le changement d’horaire. Dossier clos, à rouvrir s’il le faut.",
    lead: "leila",
    weeks: 74,
    theme: "Bus et train",
    closed: 21,
  },
]

/** What the list promised the commune. */
export const valmontProgramme = [
  {
    theme: "Cantines",
    source: "Programme communal 2024, page 6",
    lines: [
      "– Un repas végétal chaque jour dans les cantines",
      "– Un tiers de produits locaux dans les repas scolaires",
    ],
  },
  {
    theme: "Espaces publics",
    source: "Programme communal 2024, page 3",
    lines: ["– La place du Marché rendue aux piétons"],
  },
]
