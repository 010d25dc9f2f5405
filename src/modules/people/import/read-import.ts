import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { holds } from "../../mandates/contract.ts"
import { canBeUndone, undoImport } from "./undo/undo.ts"
import type { Line } from "./write.ts"

/** What became of each line of a file. */
export const readImport = read({
  name: "people.readImport",
  input: z.object({
    importId: z.uuid(),
    state: z.enum(["created", "updated", "unchanged", "known", "refused"]).optional(),
    /** A name, or the number of a line. */
    q: z.string().trim().max(100).optional(),
    limit: z.int().min(1).max(200).default(100),
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  }),
  find: ({ importId }, { db }) => db.selectFrom("imports").selectAll().where("id", "=", importId).executeTakeFirst(),
  allow: holds("people.manage"),
  async run({ input: { importId, state, q, limit, after }, subject, ...given }) {
    const { db, now } = given
    const { at, created, updated, unchanged, known, refused, undone_at, removed, restored, kept: kept_count } = subject
    const name = sql`p.given_name || ' ' || p.family_name`
    const wanted = sql`
      from import_lines l left join people p on (p.organisation_id, p.id) = (l.organisation_id, l.person_id) and p.erased_on is null
      left join import_kept k on k.import_id = ${importId} and k.person_id = l.person_id
     where l.import_id = ${importId} and (${state ?? null}::text is null or l.state = ${state ?? null})
       and (${q ?? ""} = '' or l.line::text = ${q ?? ""} or
            (select bool_and(strpos(name_folded(${name}), word) > 0) from string_to_table(trim(name_folded(${q ?? ""})), ' ') as word))`
    const { rows } = await sql<Line & { id: string; name: string | null; kept: string | null }>`
      select l.line::text as id, l.line, l.state, p.id as person_id, l.reason, k.reason as kept, ${name} as name ${wanted}
         and l.line > ${Number(after ?? 0)} order by l.line limit ${limit}`.execute(db)
    const { rows: all } = await sql<{ total: number }>`select count(*)::int as total ${wanted}`.execute(db)
    const next = rows.length === limit ? rows.at(-1)!.id : null
    return {
      at,
      counts: { created, updated, unchanged, known, refused },
      rows,
      next,
      total: all[0]!.total,
      undone: undone_at && { at: undone_at, removed: removed ?? 0, restored: restored ?? 0, kept: kept_count ?? 0 },
      may: canBeUndone(subject, now) ? await may(subject, [undoImport], given) : { "people.undoImport": false },
    }
  },
})
