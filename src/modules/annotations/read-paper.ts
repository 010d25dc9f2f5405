import { sql } from "kysely"
import { z } from "zod"
import type { Rect } from "../../kernel/file/page/words.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findOpenFile } from "../documents/contract.ts"
import { itemOfPaper } from "../sittings/contract.ts"
import { isAnnotationSeen } from "./seen.ts"

type Note = {
  id: string
  file_id: string
  page: number
  rects: Rect[]
  quote: string
  said: string
  author_id: string
  author_name: string
  shared: boolean
  written_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  settled_by_name: string | null
  carried_at: Temporal.Instant | null
  gone: boolean
}
type Reply = { id: string; annotation_id: string; said: string; author_name: string; written_at: Temporal.Instant }

/** A paper, and the notes on it that the reader may read: their own and those that are shared, in the order of its pages. */
export const readAnnotatedPaper = read({
  name: "annotations.read",
  input: z.object({ fileId: z.uuid() }),
  find: ({ fileId }, given) => findOpenFile(fileId, given),
  allow: isSignedIn,
  async run({ input: { fileId }, subject: { name, type, pages, bytes }, ...given }) {
    const notes = await notesOn(fileId, given)
    const replies = await repliesTo(
      notes.map(({ id }) => id),
      given,
    )
    return {
      paper: { id: fileId, name, pages, bytes: bytes.toString(), shown: type === "application/pdf" },
      item: (await itemOfPaper(fileId, given)) ?? null,
      notes: notes.map((note) => ({ ...note, replies: replies.get(note.id) ?? [] })),
    }
  },
})

const notesOn = async (fileId: string, { actor, db }: Circumstances): Promise<Note[]> => {
  const { rows } = await sql<Note>`
    select a.id, a.file_id, a.page, a.rects, a.quote, a.said, a.author_id, p.given_name || ' ' || p.family_name as author_name,
           a.private_to is null as shared, a.written_at, a.settled_at, s.given_name || ' ' || s.family_name as settled_by_name,
           a.carried_at, a.gone_from is not distinct from ${fileId}::uuid as gone
      from annotations a join people p on (p.organisation_id, p.id) = (a.organisation_id, a.author_id)
      left join people s on (s.organisation_id, s.id) = (a.organisation_id, a.settled_by)
     where (a.file_id = ${fileId} or a.gone_from = ${fileId}) and ${isAnnotationSeen(actor.personId!)}
     order by gone, a.page, (a.rects -> 0 ->> 'y')::int, a.id`.execute(db)
  return rows
}

const repliesTo = async (ids: string[], { db }: Circumstances): Promise<Map<string, Reply[]>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Reply>`
    select r.id, r.annotation_id, r.said, p.given_name || ' ' || p.family_name as author_name, r.written_at
      from annotation_replies r join people p on (p.organisation_id, p.id) = (r.organisation_id, r.author_id)
     where r.annotation_id in (${sql.join(ids)}) order by r.written_at, r.id`.execute(db)
  return Map.groupBy(rows, (one) => one.annotation_id)
}
