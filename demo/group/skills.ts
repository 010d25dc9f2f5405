import type { SheetTold } from "../skills.ts"

/** A few of the group and its staff said what they can do: only Gilles follows the budget. */
export const groupSkills: Record<string, SheetTold> = {
  gilles: {
    can: { "Suivi budgétaire": "teaches", "Statistiques et tableur": "well" },
    slots: ["1m"],
    hours: 6,
    shared: true,
  },
  juliette: {
    can: {
      "Veille et revue de presse": "teaches",
      "Parler à la presse": "well",
      "Rédiger un discours": "well",
      "Photo et vidéo": "some",
    },
    slots: ["1m", "2m", "3m", "4m", "5m"],
    shared: true,
  },
  tom: {
    can: { "Rédiger un amendement": "teaches", "Lire un rapport technique": "well", "Suivi budgétaire": "+" },
    slots: ["1m", "1a", "4a"],
    shared: true,
  },
  lucas: {
    can: { "Organiser un déplacement": "well", Cartographie: "well", "Statistiques et tableur": "some+" },
    slots: ["2m", "3a"],
  },
  aminata: {
    can: {
      "Rédiger un vœu ou une question": "well",
      "Rédiger un amendement": "well",
      "Recevoir une délégation": "well",
    },
    hours: 8,
    shared: true,
  },
  solene: { can: { "Rédiger un vœu ou une question": "teaches", "Fonds européens": "well" }, slots: ["5m"], away: 2 },
}
