import { admitCandidacy } from "../../src/modules/calls/candidacies/admit.ts"
import { enterCandidacy } from "../../src/modules/calls/candidacies/enter.ts"
import { stand } from "../../src/modules/calls/candidacies/stand.ts"
import { closeCall } from "../../src/modules/calls/close.ts"
import { publishCall } from "../../src/modules/calls/publish.ts"
import { answerQuestion } from "../../src/modules/calls/questions/answer.ts"
import { askCandidates } from "../../src/modules/calls/questions/ask.ts"
import { letQuestionThrough } from "../../src/modules/calls/questions/let-through.ts"
import { writeCall } from "../../src/modules/calls/write.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** Three stand for two secretaries, and their order is drawn; a call for those who check the accounts is still open. */
export const candidatesOfValmont = (stage: Stage, manner: Manner, days: Days): Scene[] => {
  const published = days.weekday(6, 2)
  const ends = days.weekday(3, 5)
  let callId = ""
  const statements = {
    noor: "J’accueille les nouvelles et nouveaux depuis deux ans. Je voudrais que chaque réunion se prépare à deux, et que personne n’apprenne une date par hasard. Je suis libre le lundi et le jeudi soir.",
    samuel:
      "Je tiens le site et je réponds aux courriels. Si je suis désigné, je m’occupe des papiers et des listes, et j’apprends à quelqu’un d’autre à le faire après moi.",
  }
  const call = async (told: object): Promise<string> => {
    const answer = await stage.act("ines", writeCall, {
      bodyId: manner.bodyId,
      endsAt: "20:00",
      who: "members",
      ...told,
    })
    await stage.act("ines", publishCall, { callId: answer.callId })
    return answer.callId
  }
  const scenes: Scene[] = [
    {
      at: days.at(published, "18:20"),
      play: async () => {
        const functionId = await functionOf("administrative-secretary", stage, manner)
        const told = { title: "Deux secrétaires pour la locale", functionId, seats: 2, parity: "half", minMonths: 6 }
        callId = await call({ ...told, endsOn: ends.toString(), statementMax: 1500 })
      },
    },
    ...Object.entries(statements).map(([name, statement], nth) => ({
      at: days.at(published.add({ days: 4 + 3 * nth }), "20:40"),
      play: () => stage.act(name, stand, { callId, statement, accepts: true }),
    })),
    {
      at: days.at(published.add({ days: 9 }), "10:15"),
      play: () =>
        stage.act("ines", enterCandidacy, {
          callId,
          personId: stage.person("yvonne"),
          receivedOn: published.add({ days: 8 }).toString(),
          statement:
            "J’ai tenu le secrétariat de mon syndicat pendant quinze ans. J’écris à la main, mais je n’ai jamais perdu un procès-verbal.",
        }),
    },
    {
      at: days.at(ends, "21:05"),
      play: async () => {
        const standing = await stage.within(({ db }) =>
          db.selectFrom("candidacies").select("id").where("call_id", "=", callId).orderBy("stood_at").execute(),
        )
        for (const { id } of standing) await stage.act("ines", admitCandidacy, { candidacyId: id })
        await stage.act("ines", closeCall, { callId })
      },
    },
    {
      at: days.at(ends.add({ days: 2 }), "11:30"),
      play: async () => {
        const words = "Comment ferez-vous avec les membres qui n’ont pas d’adresse électronique ?"
        const { questionId } = await stage.act("agnes", askCandidates, { callId, text: words })
        await stage.act("ines", letQuestionThrough, { questionId })
        const text = "Une lettre imprimée à chaque convocation, et un coup de fil avant l’assemblée. Je m’en charge."
        await stage.act("noor", answerQuestion, { questionId, text })
      },
    },
    {
      at: days.at(days.weekday(1, 2), "19:10"),
      play: async () => {
        const functionId = await functionOf("auditor", stage, manner)
        const told = { title: "Vérification aux comptes", functionId, seats: 2, shown: "at_once", photo: false }
        const until = days.today.add({ days: 16 }).toString()
        const open = await call({ ...told, endsOn: until, statementMax: 800 })
        const statement = "Les chiffres ne me font pas peur, et je n’ai aucune autre fonction dans la locale."
        await stage.act("leila", stand, { callId: open, statement, accepts: true })
      },
    },
  ]
  return scenes
}

const functionOf = (key: string, stage: Stage, { bodyId }: Manner): Promise<string> =>
  stage.within(async ({ db }) => {
    const found = await db
      .selectFrom("functions")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("key", "=", key)
      .executeTakeFirstOrThrow()
    return found.id
  })
