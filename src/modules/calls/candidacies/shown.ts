import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Call, type Candidacy, areShown } from "../call.ts"
import { type Standing, standingInWords, standingsOf } from "../standing.ts"

const MOST = 500

type Line = Pick<
  Candidacy,
  | "id"
  | "person_id"
  | "statement"
  | "photo_id"
  | "stood_at"
  | "changed_at"
  | "received_on"
  | "withdrawn_at"
  | "admitted"
  | "answered_at"
  | "reason"
  | "place"
> & { name: string; standing: Standing | null }

/** One’s own candidacy, whatever became of it, with its photo as it may be sent again. */
export const ownCandidacy = async (call: Call, { actor, db }: Circumstances) => {
  const [mine] = await lines(call, sql`s.person_id = ${actor.personId}`, db)
  if (!mine) return null
  const photo = mine.photo_id
    ? await db.selectFrom("files").select(["name", "bytes", "type"]).where("id", "=", mine.photo_id).executeTakeFirst()
    : undefined
  return { ...mine, photo: photo ? { fileId: mine.photo_id!, ...photo, bytes: Number(photo.bytes) } : null }
}

/** Those who stand, for whoever is of the body: as they came, or in the order that was drawn; who withdrew from it keeps their place. */
export const shownCandidates = async (call: Call, { db }: Circumstances) => {
  if (!areShown(call)) return null
  const which = call.closed_at
    ? sql`s.place is not null`
    : sql`s.withdrawn_at is null and s.admitted is distinct from false`
  return (await lines(call, which, db)).map(({ id, name, statement, photo_id, withdrawn_at, place }) => ({
    id,
    name,
    statement,
    photo_id,
    withdrawn_at,
    place,
  }))
}

/** All of them with what the rule says of each, for whoever manages the call: as it was answered, or as it stands. */
export const candidaciesToManage = async (call: Call, { actor, db }: Circumstances) => {
  const all = await lines(call, sql`true`, db)
  const open = all.filter(({ standing, withdrawn_at }) => !standing && !withdrawn_at)
  const now = await standingsOf(
    call,
    open.map(({ person_id }) => person_id),
    { db },
  )
  return all.map(({ standing, ...one }) => {
    const says = standing ?? now.get(one.person_id)
    return { ...one, standing: says ? standingInWords(says, actor.language) : null }
  })
}

const lines = async (call: Call, which: ReturnType<typeof sql>, db: Circumstances["db"]): Promise<Line[]> => {
  const { rows } = await sql<Line>`
    select s.id, s.person_id, p.given_name || ' ' || p.family_name as name, s.statement, s.photo_id, s.stood_at, s.changed_at,
           s.received_on, s.withdrawn_at, s.admitted, s.answered_at, s.reason, s.standing, s.place
      from candidacies s join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.call_id = ${call.id} and ${which}
     order by s.place, s.stood_at, s.id limit ${MOST}`.execute(db)
  return rows
}
