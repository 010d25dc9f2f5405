import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { answersFor, findSubject } from "../subject.ts"

/** What a person said yes to, and took back. */
export const listConsents = read({
  name: "privacy.consents",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, given) => findSubject(personId, given),
  allow: answersFor,
  async run({ subject, db }) {
    const rows = await db
      .selectFrom("consents")
      .innerJoin("bodies", (on) =>
        on.onRef("bodies.organisation_id", "=", "consents.organisation_id").onRef("bodies.id", "=", "consents.body_id"),
      )
      .select([
        "consents.id",
        "consents.purpose",
        "consents.words",
        "consents.given_on",
        "consents.means",
        "consents.proof",
        "consents.withdrawn_on",
        "bodies.name as body_name",
      ])
      .where("consents.person_id", "=", subject.person_id)
      .orderBy("consents.given_on", "desc")
      .orderBy("consents.id")
      .execute()
    return { rows }
  },
})
