import { setPage } from "../../src/modules/welcome/page/set.ts"
import { finishStep } from "../../src/modules/welcome/journey/finish.ts"
import { giveNewcomer } from "../../src/modules/welcome/journey/give.ts"
import { recordNewcomer } from "../../src/modules/welcome/journey/record.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** Three who came to Valmont: one nearly a member, one met for a coffee, one whom nobody has answered yet, and it shows. */
export const welcomeOfValmont = (stage: Stage, manner: Manner, days: Days): Scene[] => {
  const bodyId = () => manner.bodyId
  const came = new Map<string, string>()
  const note = async (who: string, key: string, fields: object) => {
    const answer = await stage.act(who, recordNewcomer, { bodyId: bodyId(), agreed: "spoken", ...fields })
    came.set(key, answer.newcomerId)
  }
  const give = (by: string, key: string, to: string, context: string) =>
    stage.act(by, giveNewcomer, { newcomerId: came.get(key), personId: stage.person(to), context })
  const done = (who: string, key: string, place: number, word: string) =>
    stage.act(who, finishStep, { newcomerId: came.get(key), place, word })
  const day = days.weekday(3, 6)
  return [
    {
      at: days.at(days.weekday(20, 2), "20:15"),
      play: () =>
        stage.act("ines", setPage, {
          bodyId: bodyId(),
          slug: "valmont",
          offer:
            "La locale de Valmont se réunit le premier mardi du mois et tient un stand au marché un samedi sur deux.\n\nDites-nous ce qui vous tient à cœur : quelqu’un vous répond dans les 48 heures, sans engagement.",
          dataWords:
            "Vos coordonnées servent à vous répondre et à faire connaissance, à rien d’autre. La locale de Valmont les garde, les personnes qui vous accueillent les lisent, et elles ne sont communiquées à personne. Vous pouvez les faire effacer d’un clic, depuis chaque courriel.",
          open: true,
        }),
    },
    {
      at: days.at(day, "11:10"),
      play: () =>
        note("noor", "salome", {
          given_name: "Salomé",
          family_name: "Vandenberghe",
          phone: "0471 55 20 18",
          email: "salome.vdb@courriel.example",
          town: "Valmont",
          wish: "member",
          source: "market",
          message: "Institutrice. Elle suit le dossier des cantines.",
        }),
    },
    {
      at: days.at(day, "18:30"),
      play: () => give("ines", "salome", "thibault", "Les cantines l’intéressent, tu es la bonne personne."),
    },
    {
      at: days.at(days.weekday(2, 1), "19:00"),
      play: async () => {
        await done("thibault", "salome", 1, "Appelée dimanche, très contente.")
        await done("thibault", "salome", 2, "Un café à la Filature. Elle a une heure le mercredi.")
      },
    },
    {
      at: days.at(days.weekday(1, 2), "22:00"),
      play: () => done("thibault", "salome", 3, "Venue à la réunion du mois."),
    },
    {
      at: days.at(days.weekday(1, 4), "18:00"),
      play: async () => {
        await note("samuel", "ivan", {
          given_name: "Ivan",
          family_name: "Petrov",
          phone: "0486 01 44 37",
          town: "Valmont",
          wish: "help",
          source: "friend",
          message: "Un ami de Samuel. Peut prêter une camionnette pour la fête.",
          mine: true,
        })
      },
    },
    {
      at: days.at(days.weekday(1, 5), "20:00"),
      play: () => done("samuel", "ivan", 1, "On s’est parlé au téléphone."),
    },
    {
      // Four days ago: past the 48 hours, whatever the day of the week.
      at: days.at(days.today.subtract({ days: 4 }), "10:40"),
      play: () =>
        note("noor", "capucine", {
          given_name: "Capucine",
          family_name: "Noiret",
          phone: "0492 77 63 05",
          town: "Valmont",
          wish: "contact",
          source: "stand",
          message: "A laissé son numéro au stand, voudrait parler de la ligne de bus 14.",
        }),
    },
  ]
}
