import type { TextTold } from "../texts.ts"

export const valmontTexts: TextTold[] = [
  {
    kind: "wish",
    title: "La place du Marché sans voitures, à l’essai",
    author: "elodie",
    writer: "elodie",
    weeks: 10,
    matter: "market",
    fields: { addressee: "Le collège communal" },
    words: [
      "Considérant que les commerçants de la place ont demandé un essai\u202f;",
      "Considérant que les livraisons se font avant 10\u00a0h\u202f;",
      "Le Conseil communal de Valmont émet le vœu qu’un essai de six mois soit mené, de mars à août.",
    ],
    reader: "ines",
    outcomes: [["defended"], ["amended", "Adopté à l’unanimité, avec trois mois d’essai au lieu de six."]],
  },
  {
    kind: "written_question",
    title: "Le local et le végétal dans les cantines",
    author: "thibault",
    writer: "thibault",
    weeks: 3,
    matter: "canteen",
    fields: { addressee: "L’échevine de l’enseignement", subject: "Marché public des repas scolaires" },
    words: [
      "Le marché public des repas est renouvelé cette année.",
      "Le Collège peut-il communiquer la part de produits locaux demandée, et celle des repas sans viande\u202f?",
    ],
    reader: "elodie",
  },
  {
    kind: "interpellation",
    title: "Zones inondables\u00a0: un plan de secours de 2014",
    author: "elodie",
    writer: "elodie",
    weeks: 1,
    matter: "river",
    fields: { addressee: "Le bourgmestre" },
    words: [
      "Le plan communal de secours date de 2014. Depuis, la Vesle est sortie deux fois de son lit.",
      "Le Collège peut-il dire quand le plan sera revu, et comment les riverains seront prévenus la nuit\u202f?",
    ],
    reader: "ines",
    suggests: {
      passage: "deux fois de son lit",
      proposed: "deux fois de son lit, en 2021 et en 2024",
      said: "Les dates disent l’urgence.",
    },
    until: "read",
  },
  {
    kind: "release",
    title: "Cinq cents signatures pour le bus de 22\u00a0h",
    author: "elodie",
    writer: "bastien",
    weeks: 1,
    fields: { contact: "Élodie Van den Broeck-Delattre" },
    words: [
      "Valmont. La pétition pour un dernier bus à 22\u00a0h a dépassé cinq cents signatures ce week-end.",
      "«\u00a0Les équipes du soir rentrent à pied\u00a0», dit Élodie Van den Broeck-Delattre, conseillère communale.",
    ],
    reader: "ines",
    until: "given",
  },
]
