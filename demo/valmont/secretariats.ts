import type { MeetingTold } from "../story.ts"

const all = ["ines", "elodie", "karim", "samuel", "bastien", "noor"]
const secretariat = { type: "secretariat", weekday: 2, at: "20:00", chair: "elodie", scribe: "ines", present: all }
const without = (...names: string[]) => all.filter((name) => !names.includes(name))

/** The evenings of the secretariat, every fourth Tuesday or so. */
export const secretariats: MeetingTold[] = [
  {
    ...secretariat,
    weeks: 77,
    place: "Chez Karim, rue de l’Écluse 12",
    items: [
      {
        title: "Bus 14 : le dernier départ du soir est supprimé",
        purpose: "decide",
        minutes: 20,
        by: "elodie",
        matter: "bus",
        notes:
          "Depuis le changement d’horaire, le dernier bus part à 20 h 10. L’équipe de nuit de la maison de repos rentre à pied. Leïla a recueilli 84 signatures en une semaine.",
        decision: {
          text: "La locale soutient la pétition pour le rétablissement du départ de 22 h 40 et écrit à la société de transport.",
        },
        tasks: [
          { what: "Écrire à la société de transport et au collège", who: "elodie", by: 10, done: 8 },
          {
            what: "Tenir la table de signatures au marché du samedi",
            who: "noor",
            by: 18,
            done: 18,
            word: "212 signatures en deux samedis.",
          },
        ],
      },
      {
        title: "Cotisations : rappel aux retardataires",
        minutes: 10,
        by: "karim",
        matter: "accounts",
        notes: "Onze membres n’ont pas encore réglé. Un rappel personnel, pas une circulaire.",
        tasks: [
          {
            what: "Appeler les onze retardataires",
            who: "karim",
            by: 21,
            done: 30,
            word: "Neuf ont payé, deux déménagent.",
          },
        ],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 73,
    place: "Maison des associations, salle 2",
    present: without("samuel"),
    items: [
      {
        title: "Local : reconduire la location de la Maison des associations",
        purpose: "decide",
        minutes: 15,
        by: "karim",
        matter: "accounts",
        notes:
          "25 € par soirée, inchangé depuis trois ans. Le café des Mariniers offre son arrière-salle mais elle n’est pas accessible en fauteuil.",
        decision: { text: "La location de la salle 2 est reconduite pour un an, à 25 € la soirée." },
      },
      {
        title: "Accueil : qui appelle les nouveaux ?",
        minutes: 10,
        by: "noor",
        notes: "Trois contacts sans réponse depuis plus d’un mois. Règle adoptée : un appel dans les cinq jours.",
        tasks: [{ what: "Rappeler les trois contacts en attente", who: "noor", by: 5, done: 4 }],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 69,
    place: "Chez Karim, rue de l’Écluse 12",
    items: [
      {
        title: "Inondations : réunion avec les riverains de la Vesle",
        purpose: "decide",
        minutes: 25,
        by: "elodie",
        matter: "river",
        notes:
          "Quatorze caves ont été touchées à la dernière crue, quai des Mariniers. Le plan communal de secours date de 2014.",
        decision: {
          text: "La locale invite les riverains le mois prochain et demande à la commune la carte des zones inondables.",
        },
        tasks: [
          { what: "Demander la carte des zones inondables au service Urbanisme", who: "bastien", by: 14, done: 20 },
          { what: "Distribuer l’invitation quai des Mariniers", who: "samuel", by: 12, done: 11 },
        ],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 65,
    place: "Maison des associations, salle 2",
    present: without("noor", "karim"),
    items: [
      {
        title: "Assemblée statutaire : date et ordre du jour",
        purpose: "decide",
        minutes: 20,
        by: "ines",
        notes: "Les comptes seront prêts. Fatou et Anne-Lise acceptent de les vérifier.",
        decision: { text: "L’assemblée statutaire est fixée à la salle des Tanneurs, à 19 h 30." },
        tasks: [{ what: "Réserver la salle des Tanneurs", who: "ines", by: 4, done: 2 }],
      },
      {
        title: "Site : page « Nos élus »",
        minutes: 10,
        by: "samuel",
        notes: "La page date du mandat précédent. Photographies à refaire.",
        tasks: [
          {
            what: "Refaire les portraits des élus",
            who: "samuel",
            by: 40,
            dropped: "Repris par la régionale, qui les fait pour toutes les locales.",
          },
        ],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 61,
    place: "Maison des associations, salle 2",
    items: [
      {
        title: "Retour sur la soirée avec les riverains",
        minutes: 20,
        by: "elodie",
        matter: "river",
        notes:
          "Trente-deux personnes, dont la moitié ne nous connaissait pas. Deux demandes reviennent : un numéro d’alerte et le curage des avaloirs.",
        tasks: [{ what: "Rédiger la question au conseil sur le curage des avaloirs", who: "elodie", by: 12, done: 10 }],
      },
      {
        title: "Dépense : banderole et kakémonos",
        purpose: "decide",
        minutes: 10,
        by: "karim",
        matter: "accounts",
        notes: "Trois devis : 310 €, 284 € et 452 €. Le deuxième est imprimé à Rochebrune, sur toile recyclée.",
        decision: { text: "La dépense de 284 € est approuvée.", votes: { for: 5, against: 0, abstained: 1 } },
      },
    ],
  },
  {
    ...secretariat,
    weeks: 55,
    place: "Chez Élodie, clos du Moulin 3",
    present: without("bastien"),
    items: [
      {
        title: "Fête de la locale : date, lieu, budget",
        purpose: "decide",
        minutes: 25,
        by: "samuel",
        matter: "party",
        notes: "La ferme du Chemin Vert est libre. Les scouts prêtent deux tentes contre un coup de main au démontage.",
        decision: {
          text: "La fête a lieu à la ferme du Chemin Vert ; budget de 600 €, à l’équilibre par le bar.",
        },
        tasks: [
          { what: "Confirmer la ferme et les tentes", who: "samuel", by: 10, done: 9 },
          { what: "Demander l’autorisation de buvette à la commune", who: "noor", by: 20, done: 26 },
        ],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 51,
    place: "Maison des associations, salle 2",
    items: [
      {
        title: "Fête de la locale : dernières affectations",
        minutes: 15,
        by: "samuel",
        matter: "party",
        notes: "Il manque trois personnes pour le démontage du dimanche. Béatrice et Youssef tiennent le bar.",
        tasks: [{ what: "Trouver trois bras pour le dimanche matin", who: "noor", by: 6, done: 5 }],
      },
      {
        title: "Courrier d’un commerçant de la place du Marché",
        minutes: 20,
        by: "elodie",
        matter: "market",
        notes:
          "Le libraire demande où nous en sommes de la piétonnisation. On le reçoit avant d’écrire quoi que ce soit.",
        tasks: [{ what: "Recevoir le libraire et la boulangère", who: "elodie", by: 20, done: 17 }],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 45,
    place: "Maison des associations, salle 2",
    present: without("elodie"),
    chair: "bastien",
    items: [
      {
        title: "Bilan de la fête",
        minutes: 15,
        by: "karim",
        matter: "party",
        notes:
          "140 personnes. Recettes 1 084,50 €, dépenses 571,20 €. Une plainte pour le bruit, réglée par une visite et une tarte.",
        decision: {
          text: "Le bénéfice de 513,30 € est versé au fonds de campagne.",
          votes: { for: 5, against: 0, abstained: 0 },
        },
      },
    ],
  },
  {
    ...secretariat,
    weeks: 41,
    place: "Chez Karim, rue de l’Écluse 12",
    items: [
      {
        title: "Cantines : le marché public se renouvelle",
        purpose: "discuss",
        minutes: 25,
        by: "noor",
        matter: "canteen",
        notes:
          "Thibault a lu le cahier des charges : trois critères de prix, aucun de qualité. Le CPAS mange à la même cuisine.",
        tasks: [{ what: "Comparer avec le cahier des charges de Rochebrune", who: "bastien", by: 21, done: 24 }],
      },
      {
        title: "Formation « prise de parole » de la régionale",
        purpose: "inform",
        minutes: 5,
        by: "ines",
        notes: "Six places par locale. Priorité à celles et ceux qui n’y sont jamais allés.",
      },
    ],
  },
  {
    ...secretariat,
    weeks: 37,
    place: "Maison des associations, salle 2",
    cancelled: "Trois absents pour la grippe ; les points passent à la réunion suivante.",
    items: [{ title: "Petit-déjeuner des voisins", purpose: "discuss", minutes: 15, by: "ines" }],
  },
  {
    ...secretariat,
    weeks: 35,
    place: "Maison des associations, salle 2",
    present: without("samuel"),
    items: [
      {
        title: "Petit-déjeuner des voisins",
        purpose: "decide",
        minutes: 15,
        by: "ines",
        notes: "Le petit-déjeuner de l’an dernier avait plu. On garde, à la Maison des associations.",
        decision: {
          text: "Petit-déjeuner des voisins le deuxième dimanche du mois prochain ; chacun apporte, la locale offre le café.",
        },
        tasks: [{ what: "Envoyer l’invitation aux membres et aux voisins", who: "ines", by: 10, done: 9 }],
      },
      {
        title: "Place du Marché : trois options",
        purpose: "discuss",
        minutes: 30,
        by: "elodie",
        matter: "market",
        notes:
          "Fermeture complète, samedi seulement, ou essai de six mois. Les commerçants reçus préfèrent un essai avec une date de fin.",
        tasks: [
          { what: "Chiffrer le stationnement de remplacement rue des Tanneurs", who: "bastien", by: 28, done: 41 },
        ],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 29,
    place: "Chez Élodie, clos du Moulin 3",
    items: [
      {
        title: "Situation de trésorerie",
        purpose: "inform",
        minutes: 10,
        by: "karim",
        matter: "accounts",
        notes: "Avoir de 2 906,72 €. Les cotisations rentrent mieux depuis les appels personnels.",
      },
      {
        title: "Ligne 14 : le départ de 22 h 40 est rétabli",
        purpose: "inform",
        minutes: 5,
        by: "elodie",
        matter: "bus",
        notes: "Courrier reçu vendredi. Leïla prévient les signataires ; on remercie avant de communiquer.",
        tasks: [{ what: "Prévenir les 296 signataires", who: "noor", by: 10, done: 6 }],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 25,
    place: "Maison des associations, salle 2",
    items: [
      {
        title: "Communales : méthode et calendrier du comité de liste",
        purpose: "decide",
        minutes: 40,
        by: "bastien",
        confidential: true,
        matter: "list",
        notes:
          "Cinq personnes au comité, dont trois qui ne sont pas candidates. Les entretiens se tiennent à deux, avec une grille commune.",
        decision: {
          text: "Le comité de liste est composé de B. Grosjean, N. El Khatib, A. Wauters, A. Sow et I. Vasseur.",
        },
        tasks: [{ what: "Écrire la grille d’entretien", who: "bastien", by: 14, done: 14 }],
      },
      {
        title: "Renouvellement du stand du marché",
        minutes: 10,
        by: "noor",
        notes: "Le parasol a vécu.",
        tasks: [
          {
            what: "Trouver un parasol d’occasion",
            who: "samuel",
            by: 30,
            done: 52,
            word: "Donné par le club de pétanque.",
          },
        ],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 21,
    place: "Maison des associations, salle 2",
    present: without("karim"),
    items: [
      {
        title: "Cantines : proposition de critères pour le marché public",
        purpose: "decide",
        minutes: 25,
        by: "noor",
        matter: "canteen",
        notes:
          "Un repas végétal par semaine, 40 % d’aliments produits à moins de 60 km, plats non réchauffés deux fois. Le surcoût est estimé à 18 centimes par repas.",
        decision: {
          text: "Les trois critères sont proposés à l’assemblée, avec leur coût.",
          votes: { for: 4, against: 1, abstained: 0 },
        },
        tasks: [{ what: "Mettre le chiffrage au propre pour l’assemblée", who: "noor", by: 14, done: 13 }],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 13,
    place: "Chez Karim, rue de l’Écluse 12",
    items: [
      {
        title: "Comité de liste : où en sont les entretiens",
        purpose: "discuss",
        minutes: 30,
        by: "bastien",
        confidential: true,
        matter: "list",
        notes: "Dix-sept entretiens faits sur vingt-trois. Une tension sur la deuxième place, à traiter de vive voix.",
        tasks: [{ what: "Terminer les six derniers entretiens", who: "bastien", by: 60 }],
      },
      {
        title: "Assurance de la locale",
        purpose: "decide",
        minutes: 10,
        by: "karim",
        matter: "accounts",
        notes: "Le contrat couvre les activités mais pas le matériel prêté.",
        decision: { text: "L’option « matériel prêté » est souscrite pour 46 € par an." },
        tasks: [{ what: "Signer l’avenant d’assurance", who: "karim", by: 21 }],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 9,
    place: "Maison des associations, salle 2",
    present: without("bastien"),
    items: [
      {
        title: "Fête de la locale : on recommence ?",
        purpose: "decide",
        minutes: 20,
        by: "samuel",
        matter: "party",
        notes: "La ferme veut une réponse tôt. Les scouts sont d’accord pour les tentes.",
        decision: { text: "La fête est reconduite, même lieu, budget de 650 €." },
        tasks: [
          { what: "Réserver la ferme du Chemin Vert", who: "ines", by: 72 },
          { what: "Proposer deux groupes de musique", who: "samuel", by: 80 },
        ],
      },
      {
        title: "Correspondants de presse",
        minutes: 5,
        by: "samuel",
        notes: "La régionale demande notre liste à jour.",
        tasks: [{ what: "Envoyer la liste des correspondants de presse à la régionale", who: "ines", by: 76 }],
      },
    ],
  },
  {
    ...secretariat,
    weeks: 1,
    place: "Chez Élodie, clos du Moulin 3",
    items: [
      {
        title: "Assemblée statutaire : ordre du jour et pièces attendues",
        purpose: "decide",
        minutes: 20,
        by: "ines",
        notes: "Les comptes manquent encore. Georgette a déménagé : personne n’a sa nouvelle adresse.",
        decision: { text: "L’ordre du jour est arrêté ; la convocation part dès que les comptes sont là." },
        tasks: [
          { what: "Remettre les comptes et les pièces aux vérificatrices", who: "karim", by: 10 },
          { what: "Retrouver l’adresse de Georgette Lemmens", who: "noor", by: 9 },
        ],
      },
      {
        title: "Demande d’un collectif de parents : salle pour une réunion publique",
        purpose: "discuss",
        minutes: 15,
        by: "noor",
        matter: "canteen",
        notes: "On n’organise pas à leur place ; on peut prêter la salle et venir écouter.",
        postponed: true,
      },
    ],
  },
]
