import type { SheetTold } from "../skills.ts"

/** Who said what in Valmont. Only Karim keeps accounts, and nobody signs: the page says so first. */
export const valmontSkills: Record<string, SheetTold> = {
  ines: {
    can: { Rédiger: "well", "Prendre des notes": "teaches", "Animer une réunion": "some", "Langue des signes": "+" },
    slots: ["2e", "4e", "6m"],
    hours: 12,
    shared: true,
  },
  elodie: {
    can: {
      "Prendre la parole en public": "teaches",
      "Parler à la presse": "well",
      "Budget communal": "well",
      "Animer une réunion": "well",
      Droit: "some",
    },
    slots: ["1e", "6a"],
    hours: 6,
    shared: true,
  },
  karim: {
    can: { "Tenir les comptes": "teaches", "Monter une demande de subside": "well", "Budget communal": "well" },
    slots: ["3e"],
    hours: 5,
    manner: "phone",
    note: "Pas en janvier : c’est la clôture.",
    shared: true,
  },
  samuel: {
    can: {
      "Site et réseaux sociaux": "teaches",
      "Graphisme et mise en page": "well",
      "Photo et vidéo": "well",
      Rédiger: "well",
    },
    slots: ["1e", "2e", "3e", "7a"],
    hours: 10,
    shared: true,
  },
  fatou: {
    can: {
      "Animer une réunion": "teaches",
      "Langues, traduction": "well",
      "Tenir les comptes": "+",
      "Premiers secours": "well",
    },
    slots: ["6m", "6a"],
    hours: 4,
    shared: true,
  },
  anneLise: {
    can: { "Prendre des notes": "well", Droit: "well", "Tenir les comptes": "+" },
    slots: ["4e"],
    manner: "phone",
  },
  mathilde: {
    can: { "Urbanisme et permis": "some", "Parler à la presse": "some", "Tenir un stand au marché": "well" },
    slots: ["7m"],
    away: 3,
  },
  bastien: {
    can: { "Porte-à-porte": "teaches", "Distribuer, coller": "well", "Conduire ou prêter une camionnette": "well" },
    slots: ["6m", "6a", "7m"],
    hours: 8,
    manner: "place",
    shared: true,
  },
  noor: {
    can: { "Accueillir les nouveaux": "teaches", "Langues, traduction": "teaches", "Cuisiner pour trente": "some+" },
    slots: ["5e", "6a"],
    hours: 6,
    shared: true,
  },
  thibault: {
    can: { "Prendre la parole en public": "well", "Budget communal": "some", Rédiger: "some" },
    slots: ["2e"],
  },
  leila: {
    can: { Rédiger: "teaches", "Urbanisme et permis": "well", "Prendre la parole en public": "+" },
    slots: ["4e", "7a"],
    hours: 6,
  },
  astrid: {
    can: {
      "Photo et vidéo": "teaches",
      "Graphisme et mise en page": "some",
      "Garder les enfants pendant une réunion": "well",
    },
    slots: ["3a"],
    shared: true,
  },
  loic: {
    can: {
      "Conduire ou prêter une camionnette": "well",
      "Bricoler, monter une tonnelle": "teaches",
      "Tenir un stand au marché": "well",
      "Site et réseaux sociaux": "+",
    },
    slots: ["6m", "6a"],
    hours: 5,
    manner: "place",
  },
  agnes: {
    can: { "Animer une réunion": "well", "Premiers secours": "some", "Tenir les comptes": "+" },
    slots: ["1a", "2a", "4a"],
    hours: 15,
  },
  mehdi: {
    can: { "Jouer de la musique": "well", "Distribuer, coller": "well", "Porte-à-porte": "some" },
    slots: ["5e", "6e"],
    shared: true,
  },
  francoise: {
    can: {
      "Cuisiner pour trente": "teaches",
      "Accueillir les nouveaux": "well",
      "Garder les enfants pendant une réunion": "some",
    },
    slots: ["2a", "4a", "5a"],
    hours: 10,
    manner: "place",
    shared: true,
  },
  rene: {
    can: { "Bricoler, monter une tonnelle": "well", "Cuisiner pour trente": "well" },
    slots: ["1m", "2m", "3m"],
    manner: "place",
    paper: true,
  },
  beatrice: {
    can: {
      "Cuisiner pour trente": "well",
      "Tenir un stand au marché": "teaches",
      "Monter une demande de subside": "some",
    },
    slots: ["3m", "6m"],
    hours: 4,
  },
  youssef: {
    can: { "Site et réseaux sociaux": "some+", "Jouer de la musique": "teaches", "Distribuer, coller": "some" },
    slots: ["6e"],
  },
  abdoulaye: {
    can: { "Urbanisme et permis": "teaches", Droit: "some", "Parler à la presse": "+" },
    slots: ["1e", "4e"],
    hours: 3,
    shared: true,
  },
  lucienne: {
    can: { "Prendre des notes": "some", "Langue des signes": "+" },
    slots: ["2a"],
    manner: "phone",
    paper: true,
  },
}
