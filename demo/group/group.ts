import type { Days } from "../calendar.ts"
import { counterpartsOf } from "../counterparts.ts"
import { begin, found, gather } from "../gather.ts"
import { mattersOf, programmeOf } from "../matters.ts"
import { scenesOf } from "../play.ts"
import type { Manner } from "../played.ts"
import { sittingsOf } from "../sittings.ts"
import type { Stage } from "../stage.ts"
import { skillsOf } from "../skills.ts"
import { lettersOf } from "../letters.ts"
import { textsOf } from "../texts.ts"
import { inTurn } from "../usual.ts"
import { amendmentsOfGroup } from "./amendments.ts"
import { groupCast } from "./cast.ts"
import { groupCounterparts } from "./counterparts.ts"
import { designationsOfGroup } from "./designations.ts"
import { groupMatters, groupProgramme } from "./matters.ts"
import { officesOfGroup } from "./offices.ts"
import { mondays, nextMonday } from "./mondays.ts"
import { plenary } from "./sittings.ts"
import { groupSkills } from "./skills.ts"
import { groupLetters } from "./letters.ts"
import { groupTexts } from "./texts.ts"
import { usualOfGroup } from "./usual.ts"

const region = { name: "Vireux", postcode: "08500", country: "FR", domain: "lesrives.example" } as const

/** Groupe Les Rives, at the Conseil régional des Deux-Rives: a plural group is an organisation of its own. */
export const playGroup = async (stage: Stage, days: Days): Promise<string> => {
  const since = days.weekday(79, 1)
  const manner: Manner = {
    bodyId: "",
    secretary: "ines",
    matters: new Map(),
    prepare_days: 4,
    convene_days: 3,
    usual: inTurn(usualOfGroup),
  }
  await stage.play([
    {
      at: days.at(since, "09:00"),
      play: async () => {
        manner.bodyId = await found(stage, {
          name: "Groupe Les Rives",
          code: "GLR",
          town: "Vireux",
          profile: "fr-regional-group",
        })
        await begin(stage, "ines", groupCast, manner.bodyId, region)
        await gather(stage, { by: "ines", cast: groupCast, bodyId: manner.bodyId, town: region, since })
      },
    },
  ])
  const scenes = [
    ...skillsOf(groupSkills, stage, manner, days),
    ...mattersOf(groupMatters, stage, manner, days),
    ...programmeOf(groupProgramme, stage, manner, days),
    ...counterpartsOf(groupCounterparts, stage, manner, days),
    ...[...mondays, nextMonday].flatMap((one) => scenesOf(one, stage, manner, days)),
    officesOfGroup(stage, manner, days),
    ...textsOf(groupTexts, stage, manner, days),
    ...sittingsOf(plenary, groupCast, stage, manner, days),
    amendmentsOfGroup(stage, manner, days),
    ...lettersOf(groupLetters, stage, manner, days),
    designationsOfGroup(stage, manner, days),
  ]
  const today = days.at(days.today, "00:00")
  await stage.play(scenes.filter(({ at }) => Temporal.Instant.compare(at, today) < 0))
  return stage.person("ines")
}
