import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { assemblyRules, findBody, insertMissingRules } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { placeOf } from "../deadlines/keys.ts"
import { assemblyFollowed } from "../events.ts"
import { assemblyKinds } from "../kinds.ts"

export const assemblySaid = z.object({
  name: line(200),
  kind: z.enum(assemblyKinds),
  seats: z.int().min(1).max(10_000).nullish(),
})

/** A body begins to prepare the sittings of an assembly in which somebody of ours sits. */
export const followAssembly = command({
  name: "assemblies.follow",
  input: assemblySaid.extend({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("sittings.manage"),
  async run({ input: { bodyId, ...said }, subject: _, ...given }) {
    return assemblyFollowed({ assemblyId: await insertAssembly({ bodyId, ...said }, given), bodyId })
  },
})

export const insertAssembly = async (
  { bodyId, ...said }: z.output<typeof assemblySaid> & { bodyId: string },
  given: Circumstances,
): Promise<string> => {
  const { actor, db } = given
  const place = placeOf(said.kind)
  if (place) await insertMissingRules(bodyId, assemblyRules(place), given)
  const id = newId()
  await db
    .insertInto("assemblies")
    .values({
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      name: said.name,
      kind: said.kind,
      seats: said.seats ?? null,
      closed_on: null,
    })
    .execute()
  return id
}
