import { perform, permits } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { queryAsInput } from "../../../kernel/http/query.ts"
import type { Reply, Request } from "../../../kernel/http/route.ts"
import { parsed } from "../../../kernel/input.ts"
import { readTableFile, type TableRead } from "../../../kernel/tables/read-file.ts"
import { findBody } from "../../bodies/contract.ts"
import { importPeople } from "./import.ts"
import { importInput, prepareImport } from "./prepare.ts"
import type { ForeseenLine, Verdict } from "./verdicts.ts"

// The file travels as a form and stays nowhere: it is read, and what became of its lines is kept.

/** POST /api/people.foreseeImport?bodyId=…, one file: what each line would do, nothing written. */
export const foreseeImport = async (request: Request): Promise<Reply> => {
  const actor = (await request.actor()) ?? refuse("not_signed_in", {}, 401)
  const { wish, file } = await wishOf(request)
  const input = parsed(importInput, wish)
  const now = Temporal.Now.instant()
  const data = await inOrganisation(request.db, actor.organisation, async (db) => {
    const given = { ...request.equipment, actor, db, now }
    const body = (await findBody(input.bodyId, db)) ?? refuse("not_found", {}, 404)
    if (!(await permits(importPeople, body, given))) refuse("not_allowed", {}, 403)
    const { verdicts, ...rest } = await prepareImport(input, given)
    return { ...rest, count: Object.fromEntries(counts(verdicts)), lines: shown(verdicts) }
  })
  return { body: { data: { ...data, repaired: file.repaired, lost: file.lost } } }
}

/** POST /api/people.importFile?bodyId=…&update=…, the same file: the command `people.import`. */
export const importFile = async (request: Request): Promise<Reply> => {
  const actor = (await request.actor()) ?? refuse("not_signed_in", {}, 401)
  const commandId = String(request.headers["x-command-id"] ?? "") || refuse("command_id_needed")
  const { db, equipment } = request
  const { wish } = await wishOf(request)
  const data = await perform(importPeople, wish, { actor, db, equipment, commandId })
  return { body: { data } }
}

/** A hundred thousand people are 12 MB; what is heavier is something else. Said to the browser too, which refuses it before sending. */
const MOST_BYTES = 50 * 1024 * 1024

const wishOf = async ({ query, files }: Request): Promise<{ wish: Record<string, unknown>; file: TableRead }> => {
  const { update, ...rest } = query
  for await (const { stream } of files()) {
    const file = await tableOf(stream as AsyncIterable<Buffer>)
    const wish = {
      ...queryAsInput(importInput, rest),
      text: file.text,
      // "all", "none", or the lines: "3,12,40".
      ...(update && { update: /^[\d,]+$/.test(update) ? update.split(",").map(Number) : update }),
    }
    return { wish, file }
  }
  return refuse("people.import_empty")
}

const tableOf = async (stream: AsyncIterable<Buffer>): Promise<TableRead> => {
  const chunks: Buffer[] = []
  let bytes = 0
  // Heard to its end, kept no further: an answer before the end is a broken connection to the browser.
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  if (bytes > MOST_BYTES) refuse("people.import_unreadable", { reason: "too_heavy" }, 413)
  const file = await readTableFile(Buffer.concat(chunks))
  return "reason" in file ? refuse("people.import_unreadable", { reason: file.reason }) : file
}

const counts = (verdicts: readonly { state: string }[]) =>
  [...Map.groupBy(verdicts, ({ state }) => state)].map(([state, some]) => [state, some.length] as const)

// Every line, those that need a decision first: the page filters and searches them, the file being kept nowhere. Of a person
// only the name: 100 000 lines are 7 MB.
const shown = (verdicts: readonly Verdict[]): ForeseenLine[] => {
  const rank = ["refused", "known", "created", "unchanged"]
  return verdicts
    .toSorted((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state) || a.line - b.line)
    .map(({ line, name, ...verdict }) => {
      if (verdict.state === "refused") return { line, name, state: verdict.state, reason: verdict.reason }
      if (verdict.state === "known")
        return { line, name, state: verdict.state, changes: verdict.changes, joins: verdict.joins }
      if (verdict.state === "created") return { line, name, state: verdict.state, shares: verdict.shares }
      return { line, name, state: verdict.state }
    })
}
