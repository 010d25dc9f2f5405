import { Readable } from "node:stream"
import { z } from "zod"
import { perform, permits } from "../../kernel/command.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request, Route } from "../../kernel/http/route.ts"
import { Invalid, refuse } from "../../kernel/refusal.ts"
import type { Actor, Circumstances } from "../../kernel/rule.ts"
import { csvLines } from "../../kernel/tables/csv.ts"
import { vcards } from "../../kernel/tables/vcard.ts"
import { xlsx } from "../../kernel/tables/xlsx.ts"
import { format as inWords } from "../../kernel/words/words.ts"
import { cardsOut } from "./cards-out.ts"
import { formats, recordExport } from "./make.ts"
import { MOST_ROWS } from "./most-rows.ts"
import { type TableOut, lists, tablesOut } from "./tables-out.ts"

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
  if (kind === "vcf") return what === "people" ? cards(bodyId, actor, request) : refuse("not_found", {}, 404)
  const table: TableOut = tablesOut[what]
  const rows = await within(bodyId, actor, request, table.rows)
  if (rows.length > MOST_ROWS) refuse("exports.too_many", { most: MOST_ROWS })
  const { db, equipment } = request
  await perform(recordExport, { what, format: kind, rows: rows.length, bodyId }, { actor, db, equipment })
  const name = nameOf(what, actor)
  const columns = [
    ...table.columns.map((key) => inWords(actor.language, key)),
    ...(table.more ? await within(bodyId, actor, request, table.more) : []),
  ]
  return {
    type:
      kind === "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    headers: headersOf(what, kind, actor),
    body:
      kind === "csv"
        ? Readable.from(chunks(csvLines(columns, rows, { language: actor.language })))
        : await xlsx([{ name, columns: columns.map((title) => ({ title })), rows }], actor.language),
  }
}

/** `GET /exports/people.vcf?…`: the list as contact cards, for a telephone or a mail program. */
const cards = async (bodyId: string | null, actor: Actor, request: Request): Promise<Reply> => {
  const { db, equipment } = request
  const all = await within(bodyId, actor, request, cardsOut)
  if (all.length > MOST_ROWS) refuse("exports.too_many", { most: MOST_ROWS })
  const made = { what: "people", format: "vcf", rows: all.length, bodyId }
  await perform(recordExport, made, { actor, db, equipment })
  return {
    type: "text/vcard; charset=utf-8",
    headers: headersOf("people", "vcf", actor),
    body: Readable.from(chunks(vcards(all))),
  }
}

const headersOf = (what: string, kind: string, actor: Actor) => {
  const name = nameOf(what, actor)
  return {
    "content-disposition": `attachment; filename="${what}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`,
    "x-content-type-options": "nosniff",
  }
}

const nameOf = (what: string, actor: Actor) =>
  `${inWords(actor.language, `exports.list.${what}`)} ${new Date().toISOString().slice(0, 10)}`

/** What the reader may take of what they see. */
const within = <Row>(
  bodyId: string | null,
  actor: Actor,
  { db, equipment, query }: Request,
  take: (asked: Record<string, unknown>, given: Circumstances) => Promise<Row[]>,
): Promise<Row[]> =>
  inOrganisation(db, actor.organisation, async (tx) => {
    const given = { ...equipment, actor, db: tx, now: Temporal.Now.instant() }
    // Asked before the rows are read: who may not take a list away does not make us read it.
    if (!(await permits(recordExport, { body_id: bodyId }, given)))
      refuse("not_allowed", { command: "exports.make" }, 403)
    try {
      return await take(query, given)
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
