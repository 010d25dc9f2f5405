import { castVote } from "../../src/modules/votes/cast.ts"
import { closeBallot } from "../../src/modules/votes/close.ts"
import { printCodes } from "../../src/modules/votes/links/print-codes.ts"
import { sendLinks } from "../../src/modules/votes/links/send-links.ts"
import { openBallot } from "../../src/modules/votes/open.ts"
import { prepareOperation } from "../../src/modules/votes/operation/prepare-operation.ts"
import { prepareBallot } from "../../src/modules/votes/prepare.ts"
import { proclaimBallot } from "../../src/modules/votes/proclaim/proclaim.ts"
import { typeFigures } from "../../src/modules/votes/type-figures.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import { takenByTheRelay } from "../relay.ts"
import type { Scene, Stage } from "../stage.ts"
import { secretVoteOfValmont } from "./secret-vote.ts"

/** By name and before the assembly, so that those who do not come vote too: a link for each, and three sheets for those who read no mail. */
const askedBefore =
  (stage: Stage, manner: Manner, day: Temporal.PlainDate): (() => Promise<void>) =>
  async () => {
    const held = { bodyId: manner.bodyId, electorate: "members", onDay: day.toString() }
    const title = "Louer un local"
    const { operationId } = await stage.act("ines", prepareOperation, { ...held, title })
    const asked = { kind: "yes_no", method: "majority", manner: "named" }
    const question = "Louer pour trois ans le rez-de-chaussée de la rue des Tanneurs ?"
    const { ballotId } = await stage.act("ines", prepareBallot, { ...held, operationId, title, question, ...asked })
    await stage.act("ines", openBallot, { ballotId })
    await stage.act("ines", sendLinks, { operationId })
    await stage.act("ines", printCodes, { operationId })
    for (const [who, answer] of [
      ["ines", "for"],
      ["samuel", "for"],
      ["astrid", "for"],
      ["youssef", "abstained"],
    ] as const)
      await stage.act(who, castVote, { ballotId, revision: 1, answer })
    await stage.act("ines", closeBallot, { ballotId })
    await takenByTheRelay(stage)
  }

/** Valmont elects by show of hands who keeps its site, and proclaims it: Samuel hands over to Astrid. */
export const electionsOfValmont = (stage: Stage, manner: Manner, days: Days): Scene[] => {
  const day = days.weekday(2, 4)
  return [
    { at: days.at(day, "11:15"), play: askedBefore(stage, manner, day) },
    {
      at: days.at(day, "20:40"),
      play: async () => {
        const held = { bodyId: manner.bodyId, electorate: "members", onDay: day.toString() }
        const { operationId } = await stage.act("ines", prepareOperation, {
          ...held,
          title: "Élections de l’assemblée",
        })
        const [one] = await stage.within(({ db }) =>
          db
            .selectFrom("functions")
            .innerJoin("mandates", "mandates.function_id", "functions.id")
            .select(["functions.id", "mandates.id as mandate_id"])
            .where("functions.body_id", "=", manner.bodyId)
            .where("functions.key", "=", "webmaster")
            .where("mandates.person_id", "=", stage.person("samuel"))
            .execute(),
        )
        const { ballotId } = await stage.act("ines", prepareBallot, {
          ...held,
          operationId,
          title: "Élire à la tenue du site",
          kind: "candidates",
          candidateIds: [stage.person("astrid"), stage.person("youssef")],
          functionId: one!.id,
          method: "plurality",
          manner: "hand",
        })
        await stage.act("ines", openBallot, { ballotId })
        await stage.act("ines", typeFigures, { ballotId, voters: 14, blank: 2, voices: [7, 5] })
        await stage.act("ines", closeBallot, { ballotId })
        await stage.act("ines", proclaimBallot, {
          ballotId,
          since: day.toString(),
          ends: [one!.mandate_id],
          text: "Site et réseaux : est élue Astrid Wauters (7 voix). Mode de scrutin : le plus de voix. Ont pris part au vote 14 personnes, 2 bulletins blancs.",
          letter: "Toutes nos félicitations. Samuel t’attend pour te passer les accès du site.",
          othersLetter: "Merci de t’être présenté. Le site aura toujours besoin de tes photos de la place du Marché.",
        })
        await secretVoteOfValmont(stage, { bodyId: manner.bodyId, operationId, onDay: day.toString() })
        await takenByTheRelay(stage)
      },
    },
  ]
}
