import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { NewcomerRow } from "../tables.ts"
import { columnsOf, type NewcomerFields } from "./fields.ts"
import type { Newcomer } from "./newcomer.ts"

type Came = NewcomerFields &
  Pick<NewcomerRow, "body_id" | "source" | "language" | "consent_text" | "consent_means"> & {
    confirmed: boolean
    welcomerId?: string | null
  }

/** Writes somebody who comes, as they are at first. */
export const insertNewcomer = async (
  { body_id, source, language, consent_text, consent_means, confirmed, welcomerId = null, ...fields }: Came,
  { actor, db, now }: Circumstances,
): Promise<Newcomer> =>
  db
    .insertInto("newcomers")
    .values({
      ...columnsOf(fields),
      organisation_id: actor.organisation,
      id: newId(),
      body_id,
      source,
      language,
      consent_text,
      consent_means,
      consent_at: consent_text ? now : null,
      asked_at: now,
      recorded_by: actor.personId,
      confirmed_at: confirmed ? now : null,
      state: confirmed ? "open" : "unconfirmed",
      person_id: null,
      application_id: null,
      welcomer_id: welcomerId,
      contacted_at: null,
      paused_until: null,
      paused_why: null,
      ended_at: null,
      ended_by: null,
      reason: null,
      forgotten_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
