import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBody } from "../../bodies/contract.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { recordSitting } from "../record.ts"

/** The assemblies whose sittings a body prepares. */
export const listAssemblies = read({
  name: "assemblies.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isOfBody,
  async run({ input: { bodyId }, subject: body, ...given }) {
    const rows = await given.db
      .selectFrom("assemblies")
      .select(["id", "name", "kind", "seats"])
      .where("body_id", "=", bodyId)
      .where("closed_on", "is", null)
      .orderBy("name")
      .execute()
    return { rows, country: body.country, may: await may(body, [recordSitting], given) }
  },
})
