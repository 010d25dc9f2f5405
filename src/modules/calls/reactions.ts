import { sql } from "kysely"
import { after, within } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { personErased } from "../privacy/contract.ts"
import { letGo } from "./candidacies/photo.ts"
import { callExtended, callPublished, candidacyAnswered } from "./events.ts"
import { tellBody, tellCandidate } from "./letters.ts"

export const reactions = [
  after(callPublished, "write to those of the body", ({ callId }, given) => tellBody("calls-open", callId, given)),
  after(callExtended, "write that the call is put off", ({ callId }, given) =>
    tellBody("calls-extended", callId, given),
  ),
  after(candidacyAnswered, "tell the candidate", ({ candidacyId }, given) => tellCandidate(candidacyId, given)),
  within(personErased, "let go of the photo and the answers of a candidate", ({ personId }, given) =>
    forgetCandidate(personId, given),
  ),
]

/** What hangs on a candidacy beyond its own words. Who is gone stands in nothing that is not drawn yet. */
const forgetCandidate = async (personId: string, { db, now }: Circumstances) => {
  await sql`delete from call_answers a using candidacies s
    where (s.organisation_id, s.id) = (a.organisation_id, a.candidacy_id) and s.person_id = ${personId}`.execute(db)
  const photos = await db
    .selectFrom("candidacies")
    .select("photo_id")
    .where("person_id", "=", personId)
    .where("photo_id", "is not", null)
    .execute()
  await sql`update candidacies set photo_id = null, withdrawn_at = coalesce(withdrawn_at, case when place is null then ${now}::timestamptz end)
    where person_id = ${personId}`.execute(db)
  for (const { photo_id } of photos) await letGo(photo_id, { db })
}
