import type { ItemTold, MeetingTold, TaskTold, Votes } from "../story.ts"

const vote = (yes: number, no: number, abstained: number): Votes => ({ for: yes, against: no, abstained })
const task = (what: string, who: string, by: number, done?: number): TaskTold => ({
  what,
  who,
  by,
  ...(done && { done }),
})
const said = (
  [title, by, matter]: [string, string, string?],
  notes: string,
  text?: string,
  votes?: Votes,
  ...tasks: TaskTold[]
): ItemTold => ({
  title,
  by,
  notes,
  minutes: 20,
  purpose: text ? "decide" : "discuss",
  ...(matter && { matter }),
  ...(text && { decision: { text, ...(votes && { votes }) } }),
  ...(tasks.length && { tasks }),
})

/** What each Monday was about, from the oldest; the weeks are those before today. */
const subjects: [weeks: number, ...ItemTold[]][] = [
  [
    77,
    said(
      ["Petites lignes : la Région annonce une étude", "yann", "train"],
      "Yann a lu les quarante pages. Le mot « fermeture » n’y est pas ; la carte, si.",
      "Le groupe demande la communication de l’étude complète.",
      undefined,
      task("Écrire au vice-président aux Transports", "lucas", 5, 3),
    ),
  ],
  [
    75,
    said(
      ["Répartition des commissions", "mathilde"],
      "Chacun garde la sienne ; Brigitte prend la Santé, Marc-Antoine l’Agriculture en suppléance.",
      "La répartition des commissions est arrêtée pour l’année.",
    ),
  ],
  [
    74,
    said(
      ["Bus de santé : calendrier de l’essai", "brigitte", "health"],
      "Six communes, une par jour. Le médecin vacataire est trouvé.",
      "Le groupe soutient l’essai de six mois et en demande l’évaluation publique.",
      vote(11, 0, 1),
    ),
  ],
  [
    72,
    said(
      ["Vœu sur les urgences de nuit", "hakim", "health"],
      "Deux rédactions. Celle de Hakim nomme les hôpitaux, celle d’Étienne ne fâche personne.",
      "Le vœu est déposé dans la rédaction de Hakim Belhadj.",
      vote(8, 3, 1),
      task("Déposer le vœu au greffe", "aminata", 3, 2),
    ),
  ],
  [
    70,
    said(
      ["Vélo du quotidien : ouvrir un dossier", "mathilde", "bike"],
      "Les associations de trois départements disent la même chose : ce sont les carrefours qui tuent, pas la distance.",
      undefined,
      undefined,
      task("Cartographier les accidents avec les associations", "tom", 40, 52),
    ),
  ],
  [
    67,
    said(
      ["Lycées : plan de visites", "rokhaya", "school"],
      "Vingt-deux lycées, deux élus par visite, une fiche d’une page à la sortie.",
      "Le plan de visites est adopté.",
      undefined,
      task("Prendre rendez-vous avec les sept premiers proviseurs", "aminata", 14, 16),
    ),
  ],
  [
    65,
    said(
      ["Règlement intérieur du groupe : temps de parole", "nawel"],
      "Terres vives trouve que les mêmes parlent. Tour de table : c’est vrai.",
      "Chaque sensibilité dispose d’au moins une intervention par séance plénière.",
      vote(10, 0, 2),
    ),
  ],
  [
    62,
    said(
      ["Ligne de la Vesle : les maires", "yann", "train"],
      "Trois maires sur cinq signeraient. Le quatrième attend son conseil.",
      undefined,
      undefined,
      task("Organiser le déplacement sur la ligne", "tom", 30, 27),
    ),
  ],
  [
    60,
    said(
      ["Communication : lettre du groupe", "juliette"],
      "Une page recto verso, pas plus. Les départements écrivent le verso.",
      "La lettre paraît quatre fois l’an.",
      vote(9, 1, 2),
      task("Proposer une maquette", "juliette", 21, 19),
    ),
  ],
  [
    58,
    said(
      ["Eau : auditions des syndicats", "nawel", "water"],
      "Onze syndicats d’eau à entendre. On commence par ceux qui ont coupé l’été dernier.",
      undefined,
      undefined,
      task("Dresser la liste et les dates", "lucas", 10, 9),
    ),
  ],
  [
    55,
    said(
      ["Décision modificative : 18 M€ pour l’aéroport", "gilles", "budget"],
      "La somme apparaît page 84 sans débat préalable. Alban rappelle que l’aéroport emploie.",
      "Le groupe vote contre la décision modificative.",
      vote(9, 2, 1),
    ),
  ],
  [
    53,
    said(
      ["Lycées : premières fiches de visite", "rokhaya", "school"],
      "Sept visites, quatre chaudières au fioul. Un lycée chauffe à 23 °C faute de vannes.",
      undefined,
      undefined,
      task("Publier les sept fiches", "juliette", 15, 20),
    ),
  ],
  [
    50,
    said(
      ["Orientations budgétaires : notre lecture", "gilles", "budget"],
      "Baisse de 6 % de la culture, hausse de 11 % de la communication.",
      "Trois priorités : lycées, trains, culture.",
      vote(12, 0, 0),
      task("Chiffrer les amendements", "lucas", 21, 22),
    ),
  ],
  [
    48,
    said(
      ["Budget : douze amendements", "gilles", "budget"],
      "Douze amendements tiennent dans l’enveloppe. Carmen retire le treizième de bonne grâce.",
      "Les douze amendements sont déposés.",
      vote(11, 0, 1),
      task("Faire signer et déposer", "aminata", 4, 3),
    ),
  ],
  [
    47,
    said(
      ["Explication de vote sur le budget", "mathilde", "budget"],
      "Trois minutes. Mathilde la prononce, Nawel la relit.",
      "Le groupe vote contre le budget, sauf les crédits des lycées.",
      vote(10, 1, 1),
    ),
  ],
  [
    44,
    said(
      ["Bilan de la session", "mathilde"],
      "Deux amendements adoptés sur douze, une ligne retirée de l’étude, sept lycées visités.",
      undefined,
      undefined,
      task("Rédiger le bilan de deux pages", "juliette", 14, 30),
    ),
  ],
  [
    41,
    said(
      ["Déplacement sur la ligne de la Vesle : retour", "yann", "train"],
      "Quarante-deux voyageurs au départ de 7 h 12, debout à partir de Rochebrune. La presse régionale était là.",
      undefined,
      undefined,
      task("Écrire aux trois maires", "tom", 7, 6),
    ),
  ],
  [
    38,
    said(
      ["Journées du groupe : ateliers", "solene"],
      "Deux ateliers par sensibilité, un commun sur l’eau.",
      "Le programme des journées est adopté.",
    ),
  ],
  [
    36,
    said(
      ["Culture : les petites salles", "carmen", "culture"],
      "Sept salles perdent plus d’un tiers de leur aide. La lettre ouverte a 180 signatures.",
      "Le groupe signe la lettre ouverte et demande une audition.",
      vote(11, 0, 1),
      task("Demander l’audition de la directrice des affaires culturelles", "lucas", 10, 12),
    ),
  ],
  [
    34,
    said(
      ["Transparence : publier les frais du groupe", "brigitte"],
      "Personne ne s’y oppose, tout le monde demande comment. Étienne propose un tableau par trimestre.",
      "Les frais du groupe sont publiés chaque trimestre.",
      vote(12, 0, 0),
      task("Publier le premier trimestre", "ines", 45, 44),
    ),
  ],
  [
    31,
    said(
      ["Eau : ce que disent les auditions", "nawel", "water"],
      "Onze auditions, un point commun : personne ne sait qui décide en juillet.",
      undefined,
      undefined,
      task("Rédiger la note de synthèse", "lucas", 25, 31),
    ),
  ],
  [
    28,
    {
      ...said(
        ["Équipe : fin d’un contrat", "mathilde", "team"],
        "Le contrat de Tom se termine en fin de session. Il a été reçu. On cherche à le prolonger sur le budget de fonctionnement.",
        "Le groupe demande la prolongation du contrat de collaborateur.",
        vote(12, 0, 0),
      ),
      confidential: true,
    },
  ],
  [
    26,
    said(
      ["Bus de santé : évaluation", "brigitte", "health"],
      "1 140 consultations, dont 40 % sans médecin traitant. Le coût par visite baisse dès la quatrième semaine.",
      "Le groupe demande la prolongation et l’extension à deux départements.",
      vote(12, 0, 0),
      task("Proposer une question orale", "hakim", 8, 7),
    ),
  ],
  [
    23,
    said(
      ["Question orale sur les transports scolaires", "carmen"],
      "Trois familles attendent une carte depuis deux mois.",
      "La question est posée par Carmen Esteban-Ruiz.",
      undefined,
      task("Réunir les trois dossiers de familles", "aminata", 5, 4),
    ),
  ],
  [
    20,
    said(
      ["Lycées : la liste des passoires thermiques", "rokhaya", "school"],
      "Quatorze fiches. La liste est prête ; faut-il nommer les établissements ?",
      "La liste est publiée avec le nom des établissements, proviseurs prévenus la veille.",
      vote(8, 2, 2),
      task("Prévenir les proviseurs", "rokhaya", 3, 3),
      task("Publier la carte", "juliette", 6, 6),
    ),
  ],
  [
    17,
    said(
      ["Petites lignes : vœu commun avec la majorité ?", "yann", "train"],
      "Deux élus de la majorité signeraient. Gilles craint l’édulcoration.",
      "Le groupe propose un vœu commun, dans une rédaction qu’il tient.",
      vote(7, 3, 2),
      task("Négocier la rédaction", "yann", 10, 14),
    ),
  ],
  [
    14,
    said(
      ["Vélo : le rapport 214 arrive", "mathilde", "bike"],
      "Le seuil de 5 000 habitants exclut 310 communes sur 362.",
      "Le groupe dépose un amendement qui supprime le seuil.",
      vote(10, 1, 1),
      task("Rédiger l’amendement 1", "tom", 10, 8),
    ),
  ],
  [
    11,
    said(
      ["Agriculture : installation des jeunes", "marc"],
      "Marc-Antoine rapporte la chambre d’agriculture. Yann demande ce que deviennent les fermes sans repreneur.",
      undefined,
      undefined,
      task("Inviter deux exploitantes à la réunion du groupe", "aminata", 60),
    ),
  ],
  [
    9,
    said(
      ["Culture : audition de la directrice", "carmen", "culture"],
      "Elle confirme les baisses et découvre nos chiffres. Rendez-vous est pris.",
      undefined,
      undefined,
      task("Envoyer nos chiffres salle par salle", "lucas", 14, 12),
    ),
  ],
  [
    7,
    said(
      ["Frais : deuxième trimestre", "etienne"],
      "Trois lignes à expliquer, dont la location de la salle des journées du groupe.",
      "Les frais du trimestre sont publiés.",
      vote(12, 0, 0),
      task("Publier le deuxième trimestre", "ines", 10, 9),
    ),
  ],
  [
    5,
    said(
      ["Eau : la note de synthèse", "nawel", "water"],
      "Douze pages, six propositions. La quatrième divise : qui arbitre en juillet ?",
      undefined,
      undefined,
      task("Reprendre la proposition 4 à deux voix", "solene", 30),
      task("Relire la note", "gilles", 12),
    ),
  ],
  [
    4,
    said(
      ["Séance plénière : ordre du jour reçu", "mathilde"],
      "Quarante-six rapports. On en lit neuf, on se partage le reste.",
      "Les rapports sont répartis selon le tableau joint.",
      undefined,
      task("Lire les rapports 201 à 214", "alban", 14, 13),
      task("Lire les rapports 215 à 231", "carmen", 14),
    ),
  ],
  [
    3,
    said(
      ["Lycées : trois visites encore", "rokhaya", "school"],
      "Deux proviseurs ont répondu. Le troisième demande une lettre officielle.",
      undefined,
      undefined,
      task("Écrire la lettre officielle", "aminata", 5, 5),
    ),
  ],
  [
    2,
    said(
      ["Position du groupe sur le rapport 214", "mathilde", "bike"],
      "Terres vives s’abstient, pour dire que le plan ignore les sentiers ruraux.",
      "Le groupe vote pour, si l’amendement 1 est adopté.",
      vote(10, 1, 1),
      task("Obtenir la troisième signature", "tom", 10),
    ),
  ],
  [
    1,
    said(
      ["Temps de parole de la plénière", "ines"],
      "Vingt-deux minutes pour le groupe. Chaque sensibilité en a au moins trois.",
      "La répartition du temps de parole est adoptée.",
      vote(11, 0, 1),
      task("Transmettre la répartition au cabinet", "ines", 4),
    ),
  ],
]

const everyone = [
  "mathilde",
  "alban",
  "rokhaya",
  "etienne",
  "nawel",
  "yann",
  "solene",
  "gilles",
  "carmen",
  "hakim",
  "brigitte",
  "marc",
]
const team = ["ines", "lucas", "aminata", "juliette", "tom"]

// Somebody is always missing: never the same two, and never enough to lose the number.
const present = (weeks: number) => everyone.filter((_, index) => (index + weeks) % 7 !== 0 || index === 0)

/** Every Monday but in the holidays; those without a subject of their own have the usual agenda. */
export const mondays: MeetingTold[] = subjects.map(([weeks, ...items]) => ({
  weeks,
  weekday: 1,
  at: "10:00",
  type: "group-meeting",
  place: "Hôtel de Région, salle Vesle",
  chair: present(weeks).includes("nawel") && weeks % 3 === 0 ? "nawel" : "mathilde",
  scribe: "ines",
  present: [...present(weeks), ...team],
  ...(weeks % 9 === 5 && { late: [["hakim", 25] as [string, number]] }),
  items,
}))

/** Next Monday is being prepared. */
export const nextMonday: MeetingTold = {
  weeks: -1,
  weekday: 1,
  at: "10:00",
  type: "group-meeting",
  place: "Hôtel de Région, salle Vesle",
  proposals: [
    {
      by: "gilles",
      title: "Orientations budgétaires : calendrier",
      about: "La date de dépôt a été avancée d’une semaine.",
    },
    {
      by: "solene",
      title: "Sentiers ruraux : amendement 2",
      about: "Pour que Terres vives puisse voter le rapport 214.",
    },
  ],
  items: [said(["Séminaire : lieu et date", "ines"], "")],
}
