import type { LettersTold } from "../letters.ts"

export const groupLetters: LettersTold = {
  country: "FR",
  lines: ["Hôtel de Région", "1 quai des Deux-Rives", "08500 Vireux", "groupe@lesrives.example"],
  town: "Vireux",
  foot: "Groupe d’élus du Conseil régional des Deux-Rives",
  came: [
    {
      about: "Calendrier des travaux de la ligne Vireux–Reims",
      from: "Direction des mobilités de la Région",
      reference: "DM/2214",
      weeks: 5,
      givenTo: "yann",
      matter: "train",
    },
    {
      about: "Demande de rendez-vous\u00a0: lycées sans chauffage",
      from: "Collectif des parents du lycée Hugues-Libergier",
      weeks: 1,
      matter: "school",
      dueIn: 14,
      scan: [
        "Collectif des parents du lycée Hugues-Libergier",
        "",
        "",
        "Objet : lycées sans chauffage, demande de rendez-vous",
        "",
        "Mesdames, Messieurs,",
        "",
        "Depuis trois semaines, les salles du bâtiment B sont à quatorze degrés. La panne est",
        "connue, et personne ne nous dit quand elle sera réparée.",
        "",
        "Nous souhaitons vous rencontrer avant les vacances, avec les représentants des élèves.",
        "",
        "Le collectif",
      ],
    },
  ],
  sent: [
    {
      title: "Réunion publique sur la ligne de la Vesle",
      to: "Association des usagers du TER Vireux–Reims",
      author: "mathilde",
      weeks: 7,
      matter: "train",
      awaitedIn: 30,
      words: [
        "Le groupe prépare une réunion publique sur l’avenir de la ligne, et souhaite la tenir avec vous.",
        "Nous vous proposons trois dates en soirée, dans une salle proche d’une gare de la ligne.",
      ],
    },
    {
      title: "Calendrier des travaux\u00a0: ce qui manque",
      to: "Direction des mobilités de la Région",
      author: "mathilde",
      weeks: 3,
      matter: "train",
      answers: "Calendrier des travaux de la ligne Vireux–Reims",
      awaitedIn: 45,
      words: [
        "Votre courrier ne dit rien des trois passages à niveau au nord de la ligne.",
        "Pouvez-vous nous communiquer leur calendrier, et le coût prévu\u202f?",
      ],
    },
    {
      title: "Invitation à la plénière de printemps",
      to: "Le Courrier des Ardennes",
      author: "mathilde",
      weeks: 1,
      until: "to_print",
      words: [
        "Le groupe présentera son vœu sur le train à la prochaine plénière. Une place vous est réservée en tribune.",
      ],
    },
  ],
}
