import type { Actor } from "../src/kernel/rule.ts"
import { decideDesignation } from "../src/modules/designations/decide.ts"
import { designate } from "../src/modules/designations/designate/designate.ts"
import { setKey } from "../src/modules/designations/keys/set-key.ts"
import { setList } from "../src/modules/designations/people/set-list.ts"
import { prepareDesignation } from "../src/modules/designations/prepare.ts"
import { readDesignation } from "../src/modules/designations/read-designation.ts"
import { addInstitution } from "../src/modules/offices/add-institution.ts"
import { world } from "./world.ts"

/** A world with seats to fill: the CPAS and an intercommunal company of Lisle, and four members who may sit there. */
export const designationsWorld = async () => {
  const w = await world()
  const { amina } = w.people
  const place = async (name: string, kind: string): Promise<string> =>
    (await w.do(addInstitution, { bodyId: w.lisle, name, kind }, amina)).institutionId
  const cpas = await place("CPAS de Lisle", "cpas")
  const water = await place("Intercommunale des Eaux", "intercommunale")
  const member = async (given_name: string, form: "f" | "m" | "n", family_name = "Test"): Promise<Actor> => {
    const actor = await w.member()
    await w.look((db) =>
      db.updateTable("people").set({ given_name, family_name, form }).where("id", "=", actor.personId!).execute(),
    )
    return actor
  }
  const lea = await member("Léa", "f")
  const hugo = await member("Hugo", "m")
  const zoe = await member("Zoé", "f")
  const noe = await member("Noé", "m")

  const fields = (more: object = {}) => ({
    institutionId: cpas,
    role: "councillor",
    seats: 9,
    substitutes: 2,
    since: "2026-06-01",
    until: "2030-12-01",
    ...more,
  })
  const prepared = async (more: object = {}): Promise<string> =>
    (await w.do(prepareDesignation, { bodyId: w.lisle, ...fields(more) }, amina)).designationId
  const lines = (...of: [name: string, weight: number, together?: string][]) =>
    of.map(([name, weight, together = null]) => ({ name, weight, together }))
  /** Seats of the council of Lisle; ours are the second line. */
  const council = { method: "cpas", lines: lines(["PS", 9], ["Les Rives", 6], ["MR", 4]), ours: 1 }
  const key = (designationId: string, of: "groups" | "components", said: object | null, by = amina) =>
    w.do(setKey, { designationId, of, key: said }, by)
  /** Three of nine seats are ours. */
  const shared = async (more: object = {}): Promise<string> => {
    const designationId = await prepared(more)
    await key(designationId, "groups", council)
    return designationId
  }
  const put = (actor: Actor, component: string | null = null, seat: "full" | "substitute" = "full") => ({
    personId: actor.personId!,
    component,
    seat,
  })
  const list = (designationId: string, people: object[], by = amina) => w.do(setList, { designationId, people }, by)
  const listed = async (
    more: object = {},
    people: object[] = [put(lea), put(hugo), put(zoe), put(noe, null, "substitute")],
  ) => {
    const designationId = await shared(more)
    await list(designationId, people)
    return designationId
  }
  const told = { how: "told", toldBy: "Assemblée de la locale", toldOn: "2026-04-30" }
  const decided = async (...of: Parameters<typeof listed>) => {
    const designationId = await listed(...of)
    await w.do(decideDesignation, { designationId, ...told }, amina)
    return designationId
  }
  const done = (designationId: string, more: object = {}, by = amina) => w.do(designate, { designationId, ...more }, by)
  const read = (designationId: string, by = amina) => w.ask(readDesignation, { designationId }, by)
  return {
    w,
    cpas,
    water,
    lea,
    hugo,
    zoe,
    noe,
    member,
    fields,
    prepared,
    lines,
    council,
    key,
    shared,
    put,
    list,
    listed,
    told,
    decided,
    done,
    read,
  }
}

export type DesignationsWorld = Awaited<ReturnType<typeof designationsWorld>>
