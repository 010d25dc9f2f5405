import type { LettersTold } from "../letters.ts"

export const valmontLetters: LettersTold = {
  country: "BE",
  lines: ["Rue du Bois-Brûlé 12", "5000 Valmont", "valmont@lesrives.example"],
  town: "Valmont",
  foot: "Éditrice responsable\u00a0: Inès Vandermeer, rue du Bois-Brûlé 12, 5000 Valmont",
  came: [
    {
      about: "Berges de la Vesle\u00a0: calendrier du curage",
      from: "Service des travaux de Valmont",
      reference: "TRV/88",
      weeks: 4,
      givenTo: "elodie",
      matter: "river",
    },
    {
      about: "Le passage pour piétons devant l’école",
      from: "Association des parents de l’école du Centre",
      weeks: 1,
      dueIn: 21,
      note: "Remise en main propre à la permanence de mardi.",
    },
  ],
  sent: [
    {
      title: "Curage de la Vesle\u00a0: deux questions",
      to: "Service des travaux de Valmont",
      author: "elodie",
      weeks: 3,
      matter: "river",
      answers: "Berges de la Vesle\u00a0: calendrier du curage",
      awaitedIn: 30,
      words: [
        "Nous vous remercions pour le calendrier du curage.",
        "Deux points restent à éclaircir\u00a0: la rive gauche, en aval du pont, et la date à laquelle les riverains seront prévenus.",
      ],
    },
    {
      title: "Une visite du Bois-Brûlé",
      to: "Cercle des naturalistes du Bois-Brûlé",
      author: "elodie",
      weeks: 1,
      until: "written",
      words: ["Nous souhaiterions parcourir le bois avec vous avant le débat du conseil."],
    },
  ],
}
