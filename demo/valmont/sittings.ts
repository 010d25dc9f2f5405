import type { AssemblyTold } from "../sittings.ts"

/** The council of Valmont, where two of the chapter sit: the last one, and the next in its three weeks. */
export const council: AssemblyTold = {
  name: "Conseil communal de Valmont",
  kind: "be_municipal_council",
  seats: 19,
  ours: { name: "Les Rives", short: "RIV", side: "opposition", tint: "green", members: ["elodie", "bastien"] },
  others: [
    {
      name: "Ensemble pour Valmont",
      short: "EPV",
      side: "majority",
      tint: "blue",
      members: ["Josiane Collard", "Michel Henrotte", "Vinciane Lambot", "Pol Deroanne"],
    },
    {
      name: "Valmont autrement",
      short: "VA",
      side: "opposition",
      tint: "orange",
      members: ["Luc Mathot", "Nadine Servais"],
    },
  ],
  rules: { "be.cc.oral_questions_until": 2, "be.cc.speaking_time": 20 },
  basis: "ROI du conseil communal de Valmont, art. 68",
  sittings: [
    {
      title: "Conseil communal du mois dernier",
      weeks: 4,
      weekday: 4,
      at: "19:30",
      place: "Maison communale",
      items: [
        {
          number: "3",
          title: "Cantines scolaires, marché de fournitures",
          reader: "elodie",
          stance: "abstain",
          outcome: "adopted",
          voted: "for",
          why: "Le cahier des charges a été corrigé en séance : un tiers de produits locaux.",
          promise: { who: "l’échevine de l’enseignement", what: "publier les menus chaque mois", owner: "elodie" },
        },
        {
          number: "7",
          title: "Règlement-redevance sur les terrasses",
          reader: "bastien",
          stance: "for",
          outcome: "postponed",
        },
      ],
    },
    {
      title: "Conseil communal",
      weeks: -2,
      weekday: 4,
      at: "19:30",
      place: "Maison communale",
      items: [
        { number: "1", title: "Approbation du procès-verbal de la séance précédente" },
        {
          number: "2",
          title: "Cantines scolaires, cahier des charges du repas durable",
          reader: "elodie",
          sheet: {
            what: "Le cahier des charges demande un tiers de produits locaux, sans dire ce qui est local.",
            line: "Oui, avec une définition et un contrôle.",
            questions: "Qui vérifie, et à quel rythme ?",
            ready: true,
          },
          stance: "for",
          speakers: [["elodie", 5]],
        },
        { number: "3", title: "Règlement-redevance sur les terrasses, seconde lecture", reader: "bastien" },
        {
          number: "4",
          title: "Vente d’une parcelle communale, rue du Moulin",
          stance: "against",
          reader: "bastien",
          proposed: true,
        },
      ],
      away: [{ who: "elodie", state: "present" }],
    },
  ],
}
