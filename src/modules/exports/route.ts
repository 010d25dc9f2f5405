import { Readable } from "node:stream"
import { z } from "zod"
import { perform, permits } from "../../kernel/command.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request, Route } from "../../kernel/http/route.ts"
import { Invalid, refuse } from "../../kernel/refusal.ts"
import type { Actor } from "../../kernel/rule.ts"
import type { Cell } from "../../kernel/tables/cell.ts"
import { csvLines } from "../../kernel/tables/csv.ts"
import { xlsx } from "../../kernel/tables/xlsx.ts"
import { format as inWords } from "../../kernel/words/words.ts"
import { formats, lists, recordExport } from "./make.ts"
import { MOST_ROWS, tablesOut } from "./tables-out.ts"

/** `GET /exports/tasks.csv?view=body&bodyId=…`: the list as the address asks for it, within what the reader sees. */
export const exportRoutes: Route[] = [
  { method: "GET", path: "/exports/:file", limit: 30, standsFor: recordExport, handle: (request) => exported(request) },
]

const file = z
  .string()
  .regex(/^[a-z]+\.[a-z]+$/)
  .transform((name) => name.split("."))
  .pipe(z.tuple([z.enum(lists), z.enum(formats)]))

const exported = async (request: Request): Promise<Reply> => {
  const actor = (await request.actor()) ?? refuse("not_signed_in", {}, 401)
  const named = file.safeParse(request.params["file"])
  const [what, kind] = named.success ? named.data : refuse("not_found", {}, 404)
  const bodyId = z
    .uuid()
    .nullable()
    .catch(null)
    .parse(request.query["bodyId"] ?? null)
  const rows = await rowsOf(what, bodyId, actor, request)
  if (rows.length > MOST_ROWS) refuse("exports.too_many", { most: MOST_ROWS })
  const { db, equipment } = request
  await perform(recordExport, { what, format: kind, rows: rows.length, bodyId }, { actor, db, equipment })
  const name = `${inWords(actor.language, `exports.list.${what}`)} ${new Date().toISOString().slice(0, 10)}`
  const columns = tablesOut[what].columns.map((key) => inWords(actor.language, key))
  return {
    type:
      kind === "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    headers: {
      "content-disposition": `attachment; filename="${what}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`,
      "x-content-type-options": "nosniff",
    },
    body:
      kind === "csv"
        ? Readable.from(chunks(csvLines(columns, rows, { language: actor.language })))
        : await xlsx([{ name, columns: columns.map((title) => ({ title })), rows }], actor.language),
  }
}

const rowsOf = (what: (typeof lists)[number], bodyId: string | null, actor: Actor, { db, equipment, query }: Request) =>
  inOrganisation(db, actor.organisation, async (tx): Promise<Cell[][]> => {
    const given = { ...equipment, actor, db: tx, now: Temporal.Now.instant() }
    // Asked before the rows are read: who may not take a list away does not make us read it.
    if (!(await permits(recordExport, { body_id: bodyId }, given)))
      refuse("not_allowed", { command: "exports.make" }, 403)
    try {
      return await tablesOut[what].rows(query, given)
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      throw new Invalid(error.issues.map(({ path }) => ({ path: path.map(String), code: "invalid_value", facts: {} })))
    }
  })

// One write for each line would be a packet for each line.
function* chunks(lines: Iterable<string>) {
  let chunk = ""
  for (const line of lines) {
    chunk += line
    if (chunk.length > 65_536) {
      yield chunk
      chunk = ""
    }
  }
  yield chunk
}
