import { makeList } from "../../src/modules/lists/make.ts"
import { noteLine } from "../../src/modules/lists/note.ts"
import { giveGrant } from "../../src/modules/mandates/grants/give.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** Eight members to be called before the repair café: the list is Hugo’s, who has no function, until the end of it. */
export const callsOfValmont = (stage: Stage, manner: Manner, days: Days): Scene[] => {
  const called = ["agnes", "chloe", "mehdi", "francoise", "rene", "ophelie", "beatrice", "youssef"]
  const begun = days.weekday(1, 3)
  let listId = ""
  const note = (who: string, outcome: string, said?: string) =>
    stage.act("hugo", noteLine, { listId, personId: stage.person(who), outcome, ...(said && { note: said }) })
  return [
    {
      at: days.at(begun, "18:40"),
      play: async () => {
        const endsOn = days.weekday(-2, 6).toString()
        const made = await stage.act("ines", makeList, {
          bodyId: manner.bodyId,
          name: "Appels pour le repair café",
          purpose:
            "Le repair café se tient à l’école de la Gare, de 14 h à 18 h. Demandez qui peut réparer un vélo ou tenir le bar, et notez l’heure.",
          shows: ["phone", "email"],
          endsOn,
          personIds: called.map((one) => stage.person(one)),
        })
        listId = made.listId as string
        await stage.act("ines", giveGrant, {
          personId: stage.person("hugo"),
          bodyId: manner.bodyId,
          listId,
          capability: "people.read",
          since: begun.toString(),
          until: endsOn,
          reason: "Hugo s’est proposé pour téléphoner.",
        })
      },
    },
    {
      at: days.at(begun.add({ days: 1 }), "19:05"),
      play: async () => {
        await note("agnes", "reached", "Elle vient à 13 h 30 avec sa caisse à outils.")
        await note("mehdi", "message")
        await note("rene", "wrong")
      },
    },
  ]
}
