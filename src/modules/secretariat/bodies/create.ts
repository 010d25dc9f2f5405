import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findBody, foundBody, isCodeTaken, profileKeys, profiles } from "../../bodies/contract.ts"
import { foundFunctions, foundMandate, holds, mustSee } from "../../mandates/contract.ts"
import { bodyCreated } from "../events.ts"
import { bodyCode } from "./code.ts"

/** A new body under another, with the rulebook and functions of its profile. Whoever begins there holds its founding mandate. */
export const createBody = command({
  name: "bodies.create",
  input: z.object({
    parentId: z.uuid(),
    name: line(),
    code: bodyCode,
    profile: z.enum(profileKeys),
    town: line(100).nullish(),
    /** Oneself unless told. */
    founderId: z.uuid().nullish(),
  }),
  find: ({ parentId }, { db }) => findBody(parentId, db),
  allow: holds("bodies.manage"),
  async run({ input: { name, code, profile, town, founderId }, subject: parent, ...given }) {
    if (await isCodeTaken(code, given)) invalid(["code"], "code_taken")
    await mustSee([founderId], given, { enters: true })
    const personId = founderId ?? given.actor.personId
    const founder = personId
      ? await given.db.selectFrom("people").select("left_on").where("id", "=", personId).executeTakeFirst()
      : undefined
    if (!personId || !founder || founder.left_on) return refuse("not_found", {}, 404)
    const bodyId = await foundBody({ name, code, profile, town: town ?? null, parent }, given)
    await foundFunctions({ bodyId, profile }, given)
    await foundMandate({ personId, bodyId, functionKey: profiles[profile].founder }, given)
    return bodyCreated({ bodyId, parentId: parent.id })
  },
})
