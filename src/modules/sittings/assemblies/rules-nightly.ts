import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { assemblyRules, insertMissingRules } from "../../bodies/contract.ts"
import { placeOf } from "../deadlines/keys.ts"

export const completeRulesNightly: Schedule = {
  name: "sittings: give each body the rules of the assemblies it follows",
  cron: "18 3 * * *",
  run: (given) => completeRules(given),
}

/** A body that followed its assembly before one of its rules was known has it from the next night; what it says itself stays. */
export const completeRules = async (given: Circumstances): Promise<void> => {
  const followed = await given.db
    .selectFrom("assemblies")
    .select(["body_id", "kind"])
    .distinct()
    .where("closed_on", "is", null)
    .orderBy("body_id")
    .execute()
  for (const { body_id, kind } of followed) {
    const place = placeOf(kind)
    if (place) await insertMissingRules(body_id, assemblyRules(place), given)
  }
}
