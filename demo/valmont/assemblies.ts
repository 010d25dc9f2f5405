import type { MeetingTold } from "../story.ts"

const usual = [
  "ines",
  "elodie",
  "karim",
  "samuel",
  "fatou",
  "anneLise",
  "mathilde",
  "bastien",
  "noor",
  "thibault",
  "leila",
  "astrid",
  "loic",
  "agnes",
  "mehdi",
  "francoise",
  "rene",
  "andre",
  "beatrice",
  "youssef",
  "lucienne",
  "colette",
  "abdoulaye",
  "irene",
]
const assembly = {
  type: "ordinary-assembly",
  weekday: 4,
  at: "19:30",
  place: "Salle des Tanneurs, Valmont",
  chair: "elodie",
  scribe: "ines",
  present: usual,
}
const plus = (...names: string[]) => [...usual, ...names]

export const assemblies: MeetingTold[] = [
  {
    ...assembly,
    weeks: 71,
    title: "Assemblée générale",
    present: plus("jeanBaptiste", "ophelie"),
    late: [["astrid", 35]],
    items: [
      {
        title: "Nos trois chantiers de l’année",
        purpose: "decide",
        minutes: 45,
        by: "elodie",
        notes:
          "Neuf idées au tableau, trois retenues par gommettes : la place du Marché, les cantines, les bords de la Vesle.",
        decision: {
          text: "La locale se donne trois chantiers : place du Marché, cantines scolaires, bords de la Vesle.",
          proposed: true,
        },
        tasks: [{ what: "Ouvrir un dossier pour chaque chantier", who: "ines", by: 10, done: 5 }],
      },
      {
        title: "Questions au collège : qui suit quoi ?",
        minutes: 20,
        by: "thibault",
        notes: "Thibault suit le CPAS, Élodie le reste. On cherche quelqu’un pour l’urbanisme.",
        tasks: [
          {
            what: "Proposer une personne pour l’urbanisme",
            who: "bastien",
            by: 45,
            done: 38,
            word: "Abdoulaye accepte.",
          },
        ],
      },
    ],
  },
  {
    ...assembly,
    weeks: 58,
    type: "statutory-assembly",
    title: "Assemblée statutaire",
    present: ["ines", "elodie", "karim", "samuel", "fatou", "bastien", "noor", "leila", "rene", "francoise", "agnes"],
    items: [
      {
        title: "Comptes de l’exercice et décharge",
        purpose: "decide",
        minutes: 20,
        by: "karim",
        matter: "accounts",
        notes:
          "Match de coupe, grève des bus : onze membres. Le nombre n’est pas réuni, rien n’est décidé. On convoque une seconde fois, pour dans quatre semaines.",
        postponed: true,
      },
    ],
  },
  {
    ...assembly,
    weeks: 54,
    type: "statutory-assembly",
    title: "Assemblée statutaire, seconde convocation",
    again: true,
    present: [
      "ines",
      "elodie",
      "karim",
      "samuel",
      "fatou",
      "anneLise",
      "bastien",
      "noor",
      "leila",
      "rene",
      "francoise",
      "agnes",
      "colette",
      "mehdi",
      "lucienne",
    ],
    proxies: [["pierre", "samuel"]],
    items: [
      {
        title: "Comptes de l’exercice et décharge",
        purpose: "decide",
        minutes: 20,
        by: "karim",
        matter: "accounts",
        notes:
          "Recettes 4 318,00 €, dépenses 4 102,75 €, avoir 2 484,47 €. Fatou Ndiaye et Anne-Lise Pirson lisent leur rapport : une facture sans reçu, depuis retrouvée.",
        decision: {
          text: "Les comptes de l’exercice sont approuvés ; décharge est donnée au trésorier.",
          votes: { for: 15, against: 0, abstained: 1 },
        },
        tasks: [{ what: "Transmettre les comptes à la régionale", who: "karim", by: 15, done: 13 }],
      },
    ],
  },
  {
    ...assembly,
    weeks: 43,
    title: "Assemblée {saison}",
    present: plus("maelle", "sacha", "marguerite"),
    late: [
      ["mehdi", 50],
      ["colette", 40],
    ],
    proposals: [
      {
        by: "leila",
        title: "Un bus de plus le dimanche ?",
        about: "Les visiteurs de l’hôpital n’ont rien entre 13 h et 17 h.",
      },
      {
        by: "ugo",
        title: "Changer le logo de la locale",
        refused: "Le logo est celui du parti ; la charte se discute au congrès.",
      },
    ],
    items: [
      {
        title: "Bords de la Vesle : ce que demandent les riverains",
        purpose: "decide",
        minutes: 35,
        by: "mathilde",
        matter: "river",
        notes:
          "Un numéro d’alerte, le curage des avaloirs, et pas de nouvelle construction en zone rouge. Débat sur le mot « gel ».",
        decision: {
          text: "La locale demande un plan de secours inondation à jour, le curage des avaloirs deux fois l’an, et le gel des permis en zone rouge.",
          votes: { for: 22, against: 1, abstained: 3 },
        },
        tasks: [
          { what: "Déposer l’interpellation au conseil communal", who: "elodie", by: 20, done: 18 },
          { what: "Rédiger le communiqué", who: "samuel", by: 8, done: 9 },
        ],
      },
    ],
    correction: { by: "rene", text: "Au premier point, je n’ai pas voté contre : je me suis abstenu." },
  },
  {
    ...assembly,
    weeks: 30,
    title: "Assemblée {saison}",
    present: plus("imane", "vincent"),
    proxies: [["yvonne", "beatrice"]],
    items: [
      {
        title: "Cantines : premier débat",
        purpose: "discuss",
        minutes: 40,
        by: "thibault",
        matter: "canteen",
        notes:
          "Nadège travaille à la cuisine centrale : le problème est d’abord le temps. Les parents demandent surtout de l’eau et des fruits.",
        tasks: [{ what: "Visiter la cuisine centrale avec Nadège", who: "thibault", by: 40, done: 33 }],
      },
      {
        title: "Élection de deux délégués à la régionale",
        purpose: "decide",
        minutes: 20,
        by: "ines",
        notes: "Trois candidatures. Scrutin secret, Agnès et René comptent.",
        decision: { text: "Mathilde Kerouanton et Loïc Lefèvre sont élus délégués à la régionale.", votes: "secret" },
      },
    ],
  },
  {
    ...assembly,
    weeks: 17,
    title: "Assemblée {saison}",
    present: plus("lea", "alix"),
    late: [
      ["abdoulaye", 36],
      ["irene", 36],
    ],
    proxies: [
      ["georgette", "karim"],
      ["pierre", "samuel"],
    ],
    items: [
      {
        title: "Piétonnisation de la place du Marché : notre position au conseil",
        purpose: "decide",
        minutes: 40,
        by: "elodie",
        matter: "market",
        notes:
          "Trois options sont discutées. La proposition d’un essai de six mois, avec stationnement maintenu rue des Tanneurs, rassemble l’assemblée après un tour d’objections ; celle de Georgette Lemmens sur l’accès des livreurs, lue par Karim, est intégrée au texte.",
        decision: {
          text: "La locale demande un essai de six mois, avec accès des livreurs avant 10 h ; Élodie Van den Broeck-Delattre dépose un point au conseil communal.",
          proposed: true,
          review: 240,
        },
        tasks: [
          { what: "Déposer le point supplémentaire au conseil", who: "elodie", by: 20, done: 19 },
          {
            what: "Préparer un communiqué sur la place du Marché",
            who: "samuel",
            by: 22,
            done: 25,
            word: "Repris par deux journaux et par le libraire, en vitrine.",
          },
        ],
      },
      {
        title: "Cantines : les trois critères",
        purpose: "decide",
        minutes: 25,
        by: "noor",
        matter: "canteen",
        notes:
          "Le coût de 18 centimes par repas est discuté ligne à ligne. L’amendement de René (« 30 % » au lieu de « 40 % ») est rejeté.",
        decision: {
          text: "La locale porte trois critères dans le marché des cantines : un repas végétal par semaine, 40 % d’aliments produits à moins de 60 km, pas de double réchauffe.",
          votes: { for: 19, against: 4, abstained: 3 },
        },
        tasks: [
          { what: "Porter les critères au conseil du CPAS", who: "thibault", by: 60 },
          { what: "Écrire aux associations de parents", who: "leila", by: 30 },
        ],
      },
    ],
    correction: { by: "karim", text: "Au point sur les cantines, lire « 18 centimes » au lieu de « 81 centimes »." },
  },
  {
    ...assembly,
    weeks: 5,
    title: "Assemblée ordinaire",
    present: plus("zoe", "hugo", "pauline"),
    proxies: [["yvonne", "beatrice"]],
    items: [
      {
        title: "Retour du conseil : la place du Marché entre à l’étude",
        purpose: "inform",
        minutes: 15,
        by: "elodie",
        matter: "market",
        notes:
          "Le collège accepte d’étudier l’essai et promet un rapport dans les trois mois. Trois votes de la majorité nous ont manqué, un nous a rejoints.",
        tasks: [{ what: "Demander le calendrier de l’étude de circulation", who: "elodie", by: 28 }],
      },
      {
        title: "Accueil : un rendez-vous mensuel au café des Mariniers",
        purpose: "decide",
        minutes: 20,
        by: "noor",
        notes: "Le premier mercredi, sans ordre du jour. La salle du bas est de plain-pied.",
        decision: {
          text: "Un café d’accueil se tient le premier mercredi du mois ; Noor El Khatib et Zoé Carlier l’animent.",
          votes: { for: 24, against: 0, abstained: 3 },
        },
        tasks: [{ what: "Annoncer le café d’accueil aux sympathisants", who: "noor", by: 12, done: 10 }],
      },
    ],
  },
]

/** What stands before the secretary today: an assembly to convene, two things missing. */
export const toConvene: MeetingTold = {
  ...assembly,
  weeks: -3,
  type: "statutory-assembly",
  title: "Assemblée statutaire",
  present: [],
  proposals: [
    {
      by: "elodie",
      title: "Piétonnisation de la place du Marché : notre position au conseil",
      about: "Le rapport de circulation arrive : que disons-nous s’il propose le samedi seulement ?",
    },
  ],
  items: [
    {
      title: "Élection du secrétariat local",
      purpose: "decide",
      minutes: 40,
      by: "bastien",
      about: "Vote secret. Quatre candidatures recevables, parité exigée.",
    },
    {
      title: "Comptes de l’exercice et décharge",
      purpose: "decide",
      minutes: 20,
      by: "karim",
      matter: "accounts",
    },
  ],
}
