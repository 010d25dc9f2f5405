import { decideDesignation } from "../../src/modules/designations/decide.ts"
import { designate } from "../../src/modules/designations/designate/designate.ts"
import { setKey } from "../../src/modules/designations/keys/set-key.ts"
import { setList } from "../../src/modules/designations/people/set-list.ts"
import { prepareDesignation } from "../../src/modules/designations/prepare.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"
import { institutionNamed } from "../valmont/designations.ts"

/** The boards of the schools: twelve seats between the groups, three of them ours, shared between the four sensibilities. */
export const designationsOfGroup = (stage: Stage, manner: Manner, days: Days): Scene => ({
  at: days.at(days.weekday(6, 2), "11:30"),
  play: async () => {
    const { bodyId, secretary } = manner
    const { designationId } = await stage.act(secretary, prepareDesignation, {
      bodyId,
      institution: { name: "Conseils d’administration des lycées de Vireux", kind: "other", level: "regional" },
      role: "director",
      seats: 12,
      substitutes: 1,
      since: days.weekday(5, 1).toString(),
      until: days.today.add({ years: 2 }).toString(),
      sentBy: await institutionNamed(stage, "Conseil régional des Deux-Rives"),
      basis: "Délibération du conseil régional, représentation proportionnelle des groupes",
      parity: "alternation",
    })
    const between = (lines: readonly (readonly [string, number])[], more: object = {}) => ({
      method: "hare",
      lines: lines.map(([name, weight]) => ({ name, weight })),
      ...more,
    })
    const council = [
      ["Union pour la Région", 25],
      ["Groupe Les Rives", 12],
      ["Gauche et citoyens", 10],
    ] as const
    await stage.act(secretary, setKey, {
      designationId,
      of: "groups",
      key: between(council, { ours: 1, basis: "Sièges au conseil régional" }),
    })
    const components = [
      ["Les Rives", 4],
      ["Terres vives", 3],
      ["Gauche des Deux-Rives", 3],
      ["Sans étiquette", 2],
    ] as const
    await stage.act(secretary, setKey, {
      designationId,
      of: "components",
      key: between(components, { basis: "Élues et élus de chaque sensibilité" }),
    })
    const put = (who: string, component: string, seat = "full") => ({ personId: stage.person(who), component, seat })
    await stage.act(secretary, setList, {
      designationId,
      people: [
        put("rokhaya", "Les Rives"),
        put("yann", "Terres vives"),
        put("carmen", "Gauche des Deux-Rives"),
        put("marc", "Sans étiquette", "substitute"),
      ],
    })
    await stage.act(secretary, decideDesignation, {
      designationId,
      how: "told",
      toldBy: "Réunion de groupe",
      toldOn: days.weekday(6, 1).toString(),
    })
    await stage.act(secretary, designate, { designationId })
  },
})
