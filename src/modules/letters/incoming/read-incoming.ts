import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import { isTextSeen } from "../../texts/contract.ts"
import { beginLetter } from "../begin.ts"
import { changeIncoming, reopenIncoming, settleIncoming } from "./change.ts"
import { findIncoming, type Incoming } from "./seen.ts"

type Thread = {
  id: string
  title: string
  reference: string | null
  state: string
  lodged_on: Temporal.PlainDate | null
}

/** A letter that came: its pages, who has it, what is awaited, and the thread it stands in. */
export const readIncoming = read({
  name: "incoming.read",
  input: z.object({ incomingId: z.uuid() }),
  find: ({ incomingId }, given) => findIncoming(incomingId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, ...letter } = subject
    const body = (await findBodyEvenClosed(subject.body_id, given.db))!
    return {
      letter,
      body_name: body.name,
      ...(await named(subject, given)),
      papers: await papersOf(subject.id, given),
      /** The letter of ours that it answers, and those that answer it. */
      answers: subject.answers_id ? ((await threadOf(sql`w.id = ${subject.answers_id}`, given))[0] ?? null) : null,
      answered_by: await threadOf(sql`l.answers_id = ${subject.id}`, given),
      may: {
        ...(await may(subject, [changeIncoming, settleIncoming, reopenIncoming], given)),
        ...(await may({ ...body, body_id: body.id }, [beginLetter], given)),
      },
    }
  },
})

const named = async (
  { outside_id, contact_id, matter_id, given_to, registered_by }: Incoming,
  { actor, db, now }: Circumstances,
) => {
  const { rows } = await sql<{
    outside_name: string | null
    contact_name: string | null
    given_name: string | null
    registered_name: string | null
    matter_title: string | null
  }>`select
      (select name from counterparts where id = ${outside_id}) as outside_name,
      (select concat_ws(' ', given_name, name) from counterparts where id = ${contact_id}) as contact_name,
      (select given_name || ' ' || family_name from people where id = ${given_to}) as given_name,
      (select given_name || ' ' || family_name from people where id = ${registered_by}) as registered_name,
      (select x.title from matters x where x.id = ${matter_id} and ${isMatterSeen(actor.personId!, dayOf(now))}) as matter_title`.execute(
    db,
  )
  return rows[0]!
}

const papersOf = async (incomingId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ fileId: string; name: string; bytes: number; type: string }>`
    select f.id as "fileId", f.name, f.bytes::float8 as bytes, f.type
      from incoming_papers k join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
     where k.incoming_id = ${incomingId} order by k.place`.execute(db)
  return rows
}

const threadOf = async (which: ReturnType<typeof sql>, { actor, db, now }: Circumstances): Promise<Thread[]> => {
  const { rows } = await sql<Thread>`
    select w.id, w.title, w.reference, w.state, w.lodged_on
      from letters l join texts w on (w.organisation_id, w.id) = (l.organisation_id, l.text_id)
     where ${which} and w.state <> 'dropped' and ${isTextSeen(actor.personId!, dayOf(now))} order by w.created_at`.execute(
    db,
  )
  return rows
}
