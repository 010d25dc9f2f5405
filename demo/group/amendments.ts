import { adoptBase } from "../../src/modules/amendments/bases/adopt.ts"
import { bringBase } from "../../src/modules/amendments/bases/bring.ts"
import { beginAmendment } from "../../src/modules/amendments/begin.ts"
import { noteOther } from "../../src/modules/amendments/note-other.ts"
import type { Days } from "../calendar.ts"
import type { Scene, Stage } from "../stage.ts"

const bikePlan = `Le Conseil régional des Deux-Rives,
Vu le code général des collectivités territoriales, notamment ses articles L. 4221-1 et suivants ;
Vu l’avis du conseil économique, social et environnemental régional ;
Considérant que la part du vélo dans les déplacements de la région est de 3 % et que l’objectif est de 12 % en 2031 ;
Après en avoir délibéré,
DÉCIDE :
Article 1er
Le plan vélo régional 2026-2031, annexé à la présente délibération, est approuvé.
Il est doté de 18 000 000 euros sur six ans, dans la limite des crédits inscrits au budget.
Article 2 – Aides aux communes
La Région soutient les communes et leurs groupements qui aménagent des itinéraires continus vers les gares et les lycées.
L’aide est de 40 % de la dépense, dans la limite de 300 000 euros par projet.
Elle est majorée de dix points pour les communes de moins de 2 000 habitants.
Article 3 – Stationnement
Chaque gare de la région dispose d’un stationnement sécurisé pour les vélos avant la fin de l’année 2031.
Article 4
Un rapport sur l’exécution du plan est présenté au conseil régional chaque année.
La présidente du conseil régional est chargée de l’exécution de la présente délibération.`

const line = (start: string) => bikePlan.split("\n").findIndex((one) => one.startsWith(start))
const changed = (start: string, was: string, put: string) => {
  const from = line(start)
  return [{ from, to: from + 1, put: [bikePlan.split("\n")[from]!.replace(was, put)] }]
}

/** The bike plan of the next plenary, what the group asks of it, and what two other groups do. */
export const amendmentsOfGroup = (stage: Stage, { bodyId }: { bodyId: string }, days: Days): Scene => ({
  at: days.at(days.weekday(1, 2), "15:10"),
  async play() {
    const { baseId } = await stage.act("ines", bringBase, {
      bodyId,
      kind: "deliberation",
      title: "Plan vélo régional 2026-2031",
      reference: "214",
      text: bikePlan,
    })
    await stage.act("ines", adoptBase, { baseId, revision: 0 })
    const ours = (authorId: string, said: object) =>
      stage.act("ines", beginAmendment, { baseId, version: 1, authorId: stage.person(authorId), ...said })
    const theirs = (group: string, number: string, operations: object[]) =>
      stage.act("ines", noteOther, { baseId, version: 1, group, number, operations })
    await ours("mathilde", {
      operations: changed("Il est doté", "18 000 000", "24 000 000"),
      grounds:
        "Dix-huit millions sur six ans, c’est deux euros par habitant et par an. Les régions qui ont doublé la part du vélo en consacrent trois fois plus.",
      effect: "spending",
      amountCents: "600000000",
      balance: "Diminution du même montant du chapitre 908 (routes), opération du contournement de la Vesle.",
    })
    await ours("yann", {
      operations: changed("Chaque gare", "avant la fin de l’année 2031", "avant la fin de l’année 2029"),
      grounds: "Un vélo que l’on ne peut pas attacher ne prend pas le train.",
    })
    await ours("rokhaya", {
      operations: [
        { from: line("Article 4"), to: line("Article 4"), put: ["Les lycées en disposent dans le même délai."] },
      ],
      grounds: "Les élèves viennent à vélo là où ils retrouvent leur vélo.",
      effect: "spending",
      amountCents: "90000000",
    })
    await theirs("Union pour la Région", "7", changed("L’aide est de", "40 %", "30 %"))
    await theirs("Union pour la Région", "8", [{ from: line("Chaque gare"), to: line("Chaque gare") + 1, put: [] }])
    const amended = await theirs("Gauche et citoyens", "12", changed("Il est doté", "18 000 000", "30 000 000"))
    const put = bikePlan.split("\n")[line("Il est doté")]!.replace("18 000 000", "27 000 000")
    const amendsId = amended.amendmentId
    await ours("mathilde", {
      amendsId,
      operations: [{ from: 0, to: 1, put: [put] }],
      grounds: "Trente millions ne trouveront pas de majorité ; vingt-sept, que la commission a chiffrés, le peuvent.",
    })
    await stage.act("ines", noteOther, {
      baseId,
      amendsId,
      version: 1,
      group: "Union pour la Région",
      number: "15",
      operations: [{ from: 1, to: 1, put: ["Un bilan est publié chaque année."] }],
    })
  },
})
