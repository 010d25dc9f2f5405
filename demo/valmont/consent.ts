import { changeNomination } from "../../src/modules/consent/nominations/change-nomination.ts"
import { keepNomination } from "../../src/modules/consent/nominations/keep-nomination.ts"
import { nominate } from "../../src/modules/consent/nominations/nominate.ts"
import { openChanges } from "../../src/modules/consent/nominations/open-changes.ts"
import { revealNominations } from "../../src/modules/consent/nominations/reveal.ts"
import { openElection } from "../../src/modules/consent/open.ts"
import { prepareElection } from "../../src/modules/consent/prepare.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** Those who hold a function choose a person of trust without candidate: all nominations were read, and the change round goes on. */
export const consentOfValmont = (stage: Stage, manner: Manner, days: Days): Scene[] => {
  const begun = days.weekday(1, 1)
  let electionId = ""
  const named: [who: string, whom: string, reasons: string, notedBy?: string][] = [
    ["karim", "noor", "Quand deux personnes ne se parlent plus, c’est elle qui les fait se rasseoir à la même table."],
    ["anneLise", "mathilde", "Elle ne répète rien de ce qu’on lui confie, et elle connaît la maison depuis longtemps."],
    ["noor", "mathilde", "Elle laisse toujours finir la phrase de l’autre. Et elle n’a pas peur de dire ce qui fâche."],
    ["bastien", "noor", "Elle accueille les nouvelles et les nouveaux : tout le monde lui parle déjà."],
    ["fatou", "noor", "Elle écoute, et elle est joignable.", "ines"],
    ["ines", "mathilde", "Elle n’est d’aucun groupe de travail : elle peut entendre tout le monde."],
  ]
  return [
    {
      at: days.at(begun, "19:30"),
      play: async () => {
        const made = await stage.act("ines", prepareElection, {
          bodyId: manner.bodyId,
          role: "Personne de confiance",
          criteria:
            "Écoute sans juger\nGarde pour elle ce qu’on lui confie\nN’a pas de fonction au comité qui puisse la mettre en conflit\nSe libère dans la semaine",
          term: "Un an, avec un bilan après six mois",
          electorate: "holders",
          functions: [
            "treasurer",
            "webmaster",
            "welcome-lead",
            "elections-lead",
            "auditor",
            "administrative-secretary",
          ],
        })
        electionId = made.electionId as string
        await stage.act("ines", openElection, { electionId, among: "roll" })
      },
    },
    ...named.map(([who, whom, reasons, notedBy], nth) => ({
      at: days.at(begun, `19:${40 + nth}`),
      play: async () => {
        const said = { electionId, nomineeId: stage.person(whom), reasons }
        await stage.act(notedBy ?? who, nominate, { ...said, ...(notedBy && { forId: stage.person(who) }) })
      },
    })),
    {
      at: days.at(begun, "20:10"),
      play: async () => {
        await stage.act("ines", revealNominations, { electionId, evenIfMissing: true })
        await stage.act("ines", openChanges, { electionId })
        const reasons =
          "J’avais pensé à Noor, mais elle tient déjà l’accueil. Ce qu’Anne-Lise dit de Mathilde m’a convaincu."
        await stage.act("karim", changeNomination, { electionId, nomineeId: stage.person("mathilde"), reasons })
        await stage.act("anneLise", keepNomination, { electionId })
      },
    },
  ]
}
