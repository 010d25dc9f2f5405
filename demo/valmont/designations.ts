import { decideDesignation } from "../../src/modules/designations/decide.ts"
import { setKey } from "../../src/modules/designations/keys/set-key.ts"
import { setList } from "../../src/modules/designations/people/set-list.ts"
import { prepareDesignation } from "../../src/modules/designations/prepare.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** The cultural centre renews its board: one of nine seats is ours, and the list waits for the last act. */
export const designationsOfValmont = (stage: Stage, manner: Manner, days: Days): Scene => ({
  at: days.at(days.weekday(2, 2), "20:15"),
  play: async () => {
    const { bodyId, secretary } = manner
    const council = await institutionNamed(stage, "Conseil communal de Valmont")
    const { designationId } = await stage.act(secretary, prepareDesignation, {
      bodyId,
      institution: { name: "Centre culturel de Valmont", kind: "asbl" },
      role: "director",
      seats: 9,
      since: days.today.add({ days: 24 }).toString(),
      until: days.today.add({ years: 4 }).toString(),
      sentBy: council,
      basis: "Statuts du centre culturel ; courrier de sa présidence",
    })
    const lines = [
      ["Ensemble pour Valmont", 11],
      ["Valmont autrement", 6],
      ["Les Rives", 2],
    ].map(([name, weight]) => ({ name, weight }))
    const basis = "Sièges au conseil communal"
    await stage.act(secretary, setKey, {
      designationId,
      of: "groups",
      key: { method: "dhondt", lines, ours: 2, basis },
    })
    await stage.act(secretary, setList, { designationId, people: [{ personId: stage.person("bastien") }] })
    await stage.act(secretary, decideDesignation, {
      designationId,
      how: "told",
      toldBy: "Comité de la locale",
      toldOn: days.weekday(2, 1).toString(),
    })
  },
})

/** An institution of the register, by its name. */
export const institutionNamed = (stage: Stage, name: string): Promise<string> =>
  stage.within(
    async ({ db }) =>
      (
        await db
          .selectFrom("institutions")
          .innerJoin("counterparts", "counterparts.id", "institutions.outside_id")
          .select("institutions.id")
          .where("counterparts.name", "=", name)
          .executeTakeFirstOrThrow()
      ).id,
  )
