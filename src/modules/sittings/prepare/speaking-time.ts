import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { placeOf } from "../deadlines/keys.ts"
import { speakingTimeSet } from "../events.ts"
import { findSeenSitting, type Sitting } from "../seen.ts"

/** The time of the group in one sitting, where the conference of presidents gave another than the rule; null: as the rule says. */
export const setSpeakingTime = command({
  name: "sittings.setSpeakingTime",
  input: z.object({ sittingId: z.uuid(), minutes: z.int().min(1).max(10_000).nullable() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { minutes }, subject: sitting, db }) {
    await db.updateTable("sittings").set({ speaking_minutes: minutes }).where("id", "=", sitting.id).execute()
    return speakingTimeSet({ sittingId: sitting.id, bodyId: sitting.body_id, minutes })
  },
})

export type SpeakingTime = {
  /** Null: nobody has said how long the group may speak. */
  minutes: number | null
  /** The rule behind it; null where it was said of this sitting. */
  article: string | null
  given: number
  over: number
}

/** What the group may speak in a sitting, and what of it is given already. */
export const speakingTimeOf = async (
  sitting: Pick<Sitting, "id" | "body_id" | "assembly_id" | "starts" | "speaking_minutes">,
  { db }: Pick<Circumstances, "db">,
): Promise<SpeakingTime> => {
  const { rows } = await sql<{ given: number }>`
    select coalesce(sum(k.minutes), 0)::int as given from sitting_speakers k
      join sitting_items i on (i.organisation_id, i.id) = (k.organisation_id, k.item_id)
     where i.sitting_id = ${sitting.id} and i.removed_at is null`.execute(db)
  const { given } = rows[0]!
  const rule = sitting.speaking_minutes === null ? await ruleFor(sitting, db) : null
  const minutes = sitting.speaking_minutes ?? (typeof rule?.value === "number" ? rule.value : null)
  return {
    minutes,
    article: rule?.legal_basis ?? null,
    given,
    over: minutes === null ? 0 : Math.max(0, given - minutes),
  }
}

const ruleFor = async (
  { body_id, assembly_id, starts }: Pick<Sitting, "body_id" | "assembly_id" | "starts">,
  db: Circumstances["db"],
) => {
  const { kind } = await db
    .selectFrom("assemblies")
    .select("kind")
    .where("id", "=", assembly_id)
    .executeTakeFirstOrThrow()
  const place = placeOf(kind)
  return place ? ruleOf(body_id, `${place}.speaking_time`, starts.toPlainDate(), db) : null
}
