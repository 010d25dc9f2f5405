import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { day, hour, line } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { assemblySaid, insertAssembly } from "./assemblies/follow.ts"
import { assemblyFollowed, sittingRecorded } from "./events.ts"

/** A sitting is called by its assembly: we write down when and where, and prepare it. The assembly may be named here first. */
export const recordSitting = command({
  name: "sittings.record",
  input: z.object({
    bodyId: z.uuid(),
    assemblyId: z.uuid().nullish(),
    assembly: assemblySaid.nullish(),
    title: line(200),
    day: day(),
    at: hour(),
    place: line(300).nullish(),
    convenedOn: day().nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("sittings.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db } = given
    if (!input.assemblyId && !input.assembly) invalid(["assemblyId"], "required")
    const assemblyId = input.assemblyId ?? (await insertAssembly({ ...input.assembly!, bodyId: body.id }, given))
    const assembly = await db
      .selectFrom("assemblies")
      .select("id")
      .where("id", "=", assemblyId)
      .where("body_id", "=", body.id)
      .where("closed_on", "is", null)
      .executeTakeFirst()
    if (!assembly) invalid(["assemblyId"], "unknown")
    const sittingId = newId()
    await db
      .insertInto("sittings")
      .values({
        organisation_id: actor.organisation,
        id: sittingId,
        body_id: body.id,
        assembly_id: assemblyId,
        title: input.title,
        starts: input.day.toPlainDateTime(input.at),
        zone: body.zone,
        place: input.place ?? null,
        convened_on: input.convenedOn ?? null,
        ended_at: null,
      })
      .execute()
    const recorded = sittingRecorded({ sittingId, assemblyId, bodyId: body.id })
    return input.assemblyId ? recorded : [recorded, assemblyFollowed({ assemblyId, bodyId: body.id })]
  },
})
