import { sql } from "kysely"
import type { OnSittingItem } from "../../../kernel/on-sitting-item.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { LineState, Stance } from "../kinds.ts"
import { attendancesOf } from "../prepare/attendances-of.ts"
import { speakingTimeOf } from "../prepare/speaking-time.ts"
import type { Sitting } from "../seen.ts"
import { withVersions } from "../versions/version-of.ts"

export type MaterialItem = {
  id: string
  number: string | null
  title: string
  commission: string | null
  rapporteur: string | null
  amount_cents: bigint | null
  reader_id: string | null
  reader_name: string | null
  stance: Stance | null
  stance_condition: string | null
  stance_note: string | null
  proposed: boolean
  what: string | null
  gains: string | null
  line: string | null
  risk: string | null
  questions: string | null
}

export type MaterialPaper = {
  item_id: string
  file_id: string
  hash: string
  name: string
  type: string
  pages: number | null
  bytes: bigint
  state: LineState
  received_at: Temporal.Instant
}
type Speaker = { item_id: string; person_id: string; name: string; minutes: number }
type Line = { item_id: string; name: string; stance: Stance; note: string | null }

/** All that may stand in the book of a sitting, as `given.actor` may read it. Nothing of it depends on whose copy it becomes. */
export type Material = {
  sitting: Sitting
  assembly: string
  body: { name: string; country: string }
  items: MaterialItem[]
  speakers: Speaker[]
  lines: Line[]
  papers: MaterialPaper[]
  texts: OnSittingItem[]
  attendances: Awaited<ReturnType<typeof attendancesOf>>
  speaking: Awaited<ReturnType<typeof speakingTimeOf>>
  names: ReadonlyMap<string, string>
}

export const materialOf = async (
  sitting: Sitting,
  readers: readonly string[],
  given: Circumstances,
): Promise<Material> => {
  const { db } = given
  const { rows: heads } = await sql<{ assembly: string; name: string; country: string }>`
    select a.name as assembly, b.name, b.country from assemblies a
      join bodies b on (b.organisation_id, b.id) = (a.organisation_id, ${sitting.body_id}::uuid)
     where a.id = ${sitting.assembly_id}`.execute(db)
  const { assembly, ...body } = heads[0]!
  const ofSitting = sql`i.sitting_id = ${sitting.id} and i.removed_at is null`
  const { rows: items } = await sql<MaterialItem>`
    select i.id, i.number, i.title, i.commission, i.rapporteur, i.amount_cents, i.reader_id,
           p.given_name || ' ' || p.family_name as reader_name, i.stance, i.stance_condition, i.stance_note,
           i.stance is not null and i.stance_decided_at is null as proposed,
           h.what, h.gains, h.line, h.risk, h.questions
      from sitting_items i
      left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.reader_id)
      left join reading_sheets h on (h.organisation_id, h.item_id) = (i.organisation_id, i.id) and h.ready_at is not null
     where ${ofSitting} order by i.place, i.id`.execute(db)
  const { rows: speakers } = await sql<Speaker>`
    select k.item_id, k.person_id, p.given_name || ' ' || p.family_name as name, k.minutes
      from sitting_speakers k
      join sitting_items i on (i.organisation_id, i.id) = (k.organisation_id, k.item_id)
      join people p on (p.organisation_id, p.id) = (k.organisation_id, k.person_id)
     where ${ofSitting} order by k.place`.execute(db)
  const { rows: lines } = await sql<Line>`
    select l.item_id, a.name, l.stance, l.note from sitting_lines l
      join sitting_items i on (i.organisation_id, i.id) = (l.organisation_id, l.item_id)
      join affiliations a on (a.organisation_id, a.id) = (l.organisation_id, l.affiliation_id)
     where ${ofSitting} order by a.name, a.id`.execute(db)
  // The last arrival of a file of one name is the one that counts.
  const { rows: papers } = await sql<MaterialPaper>`
    select distinct on (i.place, l.item_id, f.name) l.item_id, f.id as file_id, f.hash, f.name, f.type, f.pages, f.bytes, l.state, r.received_at
      from receipt_lines l
      join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
      join sitting_items i on (i.organisation_id, i.id) = (l.organisation_id, l.item_id)
      join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
     where ${ofSitting} order by i.place, l.item_id, f.name, f.kept_at desc`.execute(db)
  const ids = items.map(({ id }) => id)
  const texts = (await Promise.all(given.onSittingItem.map((source) => source(ids, given)))).flat()
  const { rows: people } = await sql<{ id: string; name: string }>`
    select id, given_name || ' ' || family_name as name from people where id = any(${readers}::uuid[])`.execute(db)
  return {
    sitting,
    assembly,
    body,
    items,
    speakers,
    lines,
    papers: items.flatMap(({ id }) => lastOf(papers.filter(({ item_id }) => item_id === id))),
    texts,
    attendances: await attendancesOf(sitting, given),
    speaking: await speakingTimeOf(sitting, given),
    names: new Map(people.map(({ id, name }) => [id, name])),
  }
}

// A report that came again in another version is carried in that one alone.
const lastOf = (papers: readonly MaterialPaper[]) => {
  const kept = new Set(withVersions(papers).flatMap(({ file_id, is_replaced }) => (is_replaced ? [] : [file_id])))
  return papers.filter(({ file_id }) => kept.has(file_id))
}
