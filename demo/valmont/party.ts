import { beginSeries } from "../../src/modules/meetings/series/begin.ts"
import type { Days } from "../calendar.ts"
import { counterpartsOf } from "../counterparts.ts"
import { begin, found, gather, type OwnRule } from "../gather.ts"
import { mattersOf, programmeOf } from "../matters.ts"
import { scenesOf } from "../play.ts"
import type { Manner } from "../played.ts"
import { sittingsOf } from "../sittings.ts"
import type { Scene, Stage } from "../stage.ts"
import { placesOfRives } from "./places.ts"
import { skillsOf } from "../skills.ts"
import { lettersOf } from "../letters.ts"
import { textsOf } from "../texts.ts"
import { inTurn } from "../usual.ts"
import { assemblies, toConvene } from "./assemblies.ts"
import { callsOfValmont } from "./calls.ts"
import { candidatesOfValmont } from "./candidates.ts"
import { consentOfValmont } from "./consent.ts"
import { rochebruneCast, valmontCast } from "./cast.ts"
import { designationsOfValmont } from "./designations.ts"
import { duesOfValmont } from "./dues.ts"
import { electionsOfValmont } from "./elections.ts"
import { valmontCounterparts } from "./counterparts.ts"
import { valmontMatters, valmontProgramme } from "./matters.ts"
import { declarationsOfValmont, officesOfValmont } from "./offices.ts"
import { council } from "./sittings.ts"
import { secretariats } from "./secretariats.ts"
import { valmontSkills } from "./skills.ts"
import { valmontLetters } from "./letters.ts"
import { valmontTexts } from "./texts.ts"
import { usualOfValmont } from "./usual.ts"
import { writtenTwice } from "./written-twice.ts"
import { welcomeOfValmont } from "./welcome.ts"

const valmont = { name: "Valmont", postcode: "5470", country: "BE", domain: "lesrives.example" } as const
const rochebrune = { ...valmont, name: "Rochebrune", postcode: "5480" }

const third = [1, 3]
const rules: OwnRule[] = [
  { key: "be.locale.notice.statutory", value: 15, article: "art. 12" },
  { key: "be.locale.proxies", value: { per_holder: 1 }, article: "art. 13" },
  {
    key: "be.locale.quorum.statutory",
    value: { of: "members_up_to_date", fraction: third, strictly: false, counts: "present_or_represented" },
    article: "art. 14",
  },
  { key: "be.locale.quorum.waived_after", value: 1, article: "art. 14" },
]

/** Les Rives: the region, Valmont with its eighteen months, and its sister Rochebrune. Answers who the visitor is. */
export const playParty = async (stage: Stage, days: Days): Promise<string> => {
  const since = days.weekday(79, 1)
  const manner: Manner = {
    bodyId: "",
    secretary: "ines",
    matters: new Map(),
    prepare_days: 9,
    convene_days: 8,
    usual: inTurn(usualOfValmont),
  }
  await stage.play([
    {
      at: days.at(since, "09:00"),
      play: async () => {
        const region = await found(stage, {
          name: "Régionale des Deux-Rives",
          code: "DRI",
          profile: "be-wallonia-chapter",
          kind: "regional",
          town: "Vireux",
        })
        const here = { profile: "be-wallonia-chapter", kind: "chapter", parent: region } as const
        manner.bodyId = await found(stage, { ...here, name: "Locale de Valmont", code: "VAL", town: "Valmont", rules })
        const sister = await found(stage, { ...here, name: "Locale de Rochebrune", code: "ROC", town: "Rochebrune" })
        await begin(stage, "ines", valmontCast, manner.bodyId, valmont)
        await gather(stage, { by: "ines", cast: valmontCast, bodyId: manner.bodyId, town: valmont, since })
        await begin(stage, "solange", rochebruneCast, sister, rochebrune)
        await gather(stage, { by: "solange", cast: rochebruneCast, bodyId: sister, town: rochebrune, since })
        await placesOfRives(stage, { region, valmont: manner.bodyId, rochebrune: sister })
      },
    },
  ])
  const told = [...secretariats, ...assemblies, toConvene]
  const scenes = [
    ...mattersOf(valmontMatters, stage, manner, days),
    ...programmeOf(valmontProgramme, stage, manner, days),
    ...told.flatMap((one) => scenesOf(one, stage, manner, days)),
    ...counterpartsOf(valmontCounterparts, stage, manner, days),
    ...skillsOf(valmontSkills, stage, manner, days),
    politicalBureau(stage, manner, days),
    ...duesOfValmont(stage, manner, days),
    ...electionsOfValmont(stage, manner, days),
    ...writtenTwice(stage, () => manner.bodyId, days),
    officesOfValmont(stage, manner, days),
    ...textsOf(valmontTexts, stage, manner, days),
    ...sittingsOf(council, valmontCast, stage, manner, days),
    ...lettersOf(valmontLetters, stage, manner, days),
    declarationsOfValmont(stage, manner, days),
    ...welcomeOfValmont(stage, manner, days),
    ...callsOfValmont(stage, manner, days),
    ...candidatesOfValmont(stage, manner, days),
    ...consentOfValmont(stage, manner, days),
    designationsOfValmont(stage, manner, days),
  ]
  const today = days.at(days.today, "00:00")
  await stage.play(scenes.filter(({ at }) => Temporal.Instant.compare(at, today) < 0))
  return stage.person("ines")
}

/** A meeting of others, which one only attends: every second Monday before work. */
const politicalBureau = (stage: Stage, { bodyId, secretary }: Manner, days: Days): Scene => ({
  at: days.at(days.weekday(4, 5), "18:10"),
  play: () =>
    stage.act(secretary, beginSeries, {
      bodyId,
      title: "Bureau politique provincial",
      outside: true,
      host: "Fédération provinciale",
      place: "Maison de la Fédération, Vireux",
      rule: {
        pattern: { every: "week", step: 2, weekdays: [1] },
        at: "08:15",
        minutes: 60,
        from: days.weekday(3, 1).toString(),
      },
    }),
})
