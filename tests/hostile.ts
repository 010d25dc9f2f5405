import type { FastifyInstance } from "fastify"
import pg from "pg"
import { z } from "zod"
import { serve } from "../src/kernel/http/server.ts"
import { inOrganisation } from "../src/kernel/db.ts"
import { newId } from "../src/kernel/id.ts"
import type { Module } from "../src/kernel/module.ts"
import { modules } from "../src/modules.ts"
import { addItem } from "../src/modules/meetings/agenda/add.ts"
import { proposeItem } from "../src/modules/meetings/agenda/propose.ts"
import { logExchange } from "../src/modules/counterparts/exchanges/log.ts"
import { addCounterpart } from "../src/modules/counterparts/file/add.ts"
import { beginRole } from "../src/modules/counterparts/file/roles.ts"
import { prepareMeeting } from "../src/modules/meetings/prepare.ts"
import { adoptBase } from "../src/modules/amendments/bases/adopt.ts"
import { bringBase } from "../src/modules/amendments/bases/bring.ts"
import { noteOther } from "../src/modules/amendments/note-other.ts"
import { registerIncoming } from "../src/modules/letters/incoming/register.ts"
import { beginText } from "../src/modules/texts/begin.ts"
import { addTextModel } from "../src/modules/texts/models/add.ts"
import { remarkOnText } from "../src/modules/texts/remarks/remark.ts"
import { readText } from "../src/modules/texts/read-text.ts"
import { saveText } from "../src/modules/texts/save.ts"
import { writeAnnotation } from "../src/modules/annotations/write.ts"
import { keepFile } from "../src/modules/documents/contract.ts"
import { addTextSource } from "../src/modules/texts/sheets/add-source.ts"
import { citeSheet } from "../src/modules/texts/sheets/cite.ts"
import { validateText } from "../src/modules/texts/validate.ts"
import { openMatter } from "../src/modules/matters/open.ts"
import { addProgramme } from "../src/modules/matters/programme/add.ts"
import { listProgramme } from "../src/modules/matters/programme/list.ts"
import { addTheme } from "../src/modules/matters/themes/add.ts"
import { makeList } from "../src/modules/lists/make.ts"
import { giveTask } from "../src/modules/tasks/give.ts"
import type { World } from "./world.ts"

/** JSON Schema, as far as inputs are made from it. */
type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  format?: string
  minimum?: number
  default?: unknown
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
}
type Issue = { path: (string | number)[]; message: string }
export type Answer = { status: number; data?: unknown; message?: string; issues: Issue[] }
type Path = (string | number)[]

export const list: readonly Module[] = modules
export const commands = list.flatMap((one) => one.commands ?? [])
export const reads = list.flatMap((one) => one.reads ?? [])

/** The HTTP face of the product over a world, entered as its secretary. */
export const hostileDoor = async (world: World) => {
  const app = await serve({
    db: world.db,
    equipment: world.equipment,
    modules: list,
    authenticate: async () => world.people.amina,
    dist: import.meta.dirname,
    logLevel: "silent",
  })
  let asked = 0
  // Attempts are counted for each address: one of its own for every few requests.
  const remoteAddress = () => `10.${(asked++ >> 18) & 255}.${(asked >> 10) & 255}.${(asked >> 2) & 255}`
  return {
    post: async (name: string, payload: unknown): Promise<Answer> =>
      answerOf(
        await app.inject({
          method: "POST",
          url: `/api/${name}`,
          remoteAddress: remoteAddress(),
          headers: { "x-command-id": newId(), "content-type": "application/json", "accept-language": "fr" },
          payload: typeof payload === "string" ? payload : JSON.stringify(payload),
        }),
      ),
    get: async (name: string, query: Record<string, string>): Promise<Answer> =>
      answerOf(await app.inject({ method: "GET", url: `/api/${name}`, query, remoteAddress: remoteAddress() })),
    close: () => app.close(),
  }
}

const answerOf = (response: Awaited<ReturnType<FastifyInstance["inject"]>>): Answer => {
  const status = response.statusCode
  let body: { data?: unknown; error?: { message: string; issues?: Issue[] } } = {}
  try {
    body = JSON.parse(response.body) as typeof body
  } catch {
    return { status, message: undefined, issues: [] }
  }
  return { status, data: body.data, message: body.error?.message, issues: body.error?.issues ?? [] }
}

/** What is wrong with an answer, if anything: it is done, or refused with a sentence; nothing else. */
export const fault = ({ status, message, issues }: Answer): string | undefined => {
  if (status >= 200 && status < 300) return undefined
  if (status < 400 || status >= 500) return `answered ${status}: ${message ?? "nothing"}`
  const sentences = [message, ...issues.map((one) => one.message)]
  const dumb = sentences.find((one) => !one || !/\p{L}.*[.?!…]$/su.test(one))
  return sentences.includes(undefined) || dumb !== undefined
    ? `refused (${status}) without a sentence: ${dumb}`
    : undefined
}

// A body has at most two hundred themes and a thousand lines of its programme, and the walk adds as many as it has strings: one
// is made first and shared, another to end.
const kept = new WeakMap<World, { shared: string; ending: string; programmeLineId: string }>()
const keptOf = async (world: World, command: string) => {
  const known = kept.get(world) ?? (await keepOnce(world))
  kept.set(world, known)
  const themeId = command === "themes.end" || command === "themes.reopen" ? known.ending : known.shared
  return { themeId, programmeLineId: known.programmeLineId }
}
const keepOnce = async (world: World) => {
  const { amina } = world.people
  const made = async (name: string) => (await world.do(addTheme, { bodyId: world.lisle, name }, amina)).themeId
  await world.do(addProgramme, { bodyId: world.lisle, lines: "Un train par heure" }, amina)
  const { rows } = await world.ask(listProgramme, { bodyId: world.lisle }, amina)
  return { shared: await made("Voirie"), ending: await made("Chauffage"), programmeLineId: rows[0]!.id }
}

/** Real things for the fields that name one. Made anew for each command, since some of them end what they touch. */
export const realThings = async (world: World, command = ""): Promise<Record<string, string>> => {
  const { amina } = world.people
  const bodyId = world.lisle
  const { meetingId } = await world.do(prepareMeeting, { bodyId, day: "2027-06-01", at: "20:00" }, amina)
  const { itemId } = await world.do(addItem, { meetingId, title: "Place du Marché" }, amina)
  const { itemId: intoId } = await world.do(addItem, { meetingId, title: "Divers" }, amina)
  const { itemId: proposal } = await world.do(proposeItem, { meetingId, title: "Une idée" }, amina)
  const { matterId } = await world.do(openMatter, { bodyId, title: "Place du Marché" }, amina)
  const { taskId } = await world.do(giveTask, { bodyId, what: "Réserver la salle", ownerId: world.dario }, amina)
  const file = { bodyId, nature: "organisation", name: "Cercle", sure: true }
  const { counterpartId: outsideId } = await world.do(addCounterpart, file, amina)
  const { counterpartId } = await world.do(addCounterpart, { ...file, nature: "person", name: "Zoé" }, amina)
  const { roleId } = await world.do(beginRole, { counterpartId, outsideId, title: "présidente" }, amina)
  const lent = { bodyId, name: "Appels", shows: ["phone"], endsOn: "2026-12-31", personIds: [world.dario] }
  const { listId } = await world.do(makeList, lent, amina)
  const said = { bodyId, kind: "request", on: "2026-05-01", about: "Le pont", theirsIds: [counterpartId] }
  const { exchangeId } = await world.do(logExchange, said, amina)
  const { textId } = await world.do(
    beginText,
    { bodyId, kind: "wish", title: "Un vœu", authorId: amina.personId },
    amina,
  )
  const words = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Un vœu." }] }] }
  await world.do(saveText, { textId, doc: words, base: null }, amina)
  const came = { bodyId, receivedOn: "2026-05-01", about: "Guichet", sender: "SNCB" }
  const { incomingId } = await world.do(registerIncoming, came, amina)
  const { remarkId } = await world.do(remarkOnText, { textId, passage: "vœu", said: "Lequel ?" }, amina)
  const sheet = { bodyId, kind: "argument_sheet", title: "Une fiche", authorId: amina.personId }
  const { textId: sheetId } = await world.do(beginText, sheet, amina)
  const { text: model } = await world.ask(readText, { textId: sheetId }, amina)
  await world.do(saveText, { textId: sheetId, doc: words, base: model.doc }, amina)
  await world.do(validateText, { textId: sheetId }, amina)
  const { sourceId } = await world.do(addTextSource, { textId: sheetId, url: "https://a.example/" }, amina)
  const { citationId } = await world.do(citeSheet, { textId, sheetId }, amina)
  const { modelId } = await world.do(addTextModel, { bodyId, kind: "wish", name: "Au conseil" }, amina)
  const { baseId } = await world.do(
    bringBase,
    { bodyId, kind: "report", title: "Un rapport", text: "Article 1er\nUn texte.\nUn autre." },
    amina,
  )
  // A version that waits to be mended, or one that is amended.
  if (!/^bases\.(mend|adopt)$/.test(command)) await world.do(adoptBase, { baseId, revision: 0 }, amina)
  const { amendmentId } = /^bases\./.test(command)
    ? { amendmentId: "" }
    : await world.do(
        noteOther,
        { baseId, version: 1, group: "Les Crêtes", operations: [{ from: 1, to: 2, put: [] }] },
        amina,
      )
  const annotated = command.startsWith("annotations.") ? await annotationOf(world, command) : {}
  const answersProposal = /^agenda\.(accept|refuse|merge|withdraw)$/.test(command)
  return {
    bodyId,
    meetingId,
    itemId: answersProposal ? proposal : itemId,
    intoId,
    matterId,
    ...(await keptOf(world, command)),
    taskId,
    listId,
    incomingId,
    textId,
    remarkId,
    sheetId,
    sourceId,
    citationId,
    modelId,
    baseId,
    ...(amendmentId && { amendmentId }),
    counterpartId,
    theirsId: counterpartId,
    outsideId,
    roleId,
    exchangeId,
    ...annotated,
    person: world.dario,
  }
}

/** A paper with a note that is shared. */
const annotationOf = async (world: World, command: string): Promise<Record<string, string>> => {
  const { amina } = world.people
  const fileId = await inOrganisation(world.db, world.organisation, (db) =>
    keepFile(
      { bodyId: world.lisle, name: `${command}.txt`, content: new TextEncoder().encode("Un rapport.") },
      { ...world.equipment, actor: amina, db, now: world.now },
    ),
  )
  const passage = { fileId, page: 1, quote: "Un rapport", rects: [{ x: 0, y: 0, w: 9, h: 9 }], said: "Lequel ?" }
  const { annotationId } = await world.do(writeAnnotation, { ...passage, shared: true }, amina)
  return { fileId, annotationId: annotationId as string }
}

const people = /^(person|presenter|lead|staff|owner|ours|helper|chair|scribe|giver|holder|to|by)Ids?$/

export const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema

/** An input the schema should take, and the places in it where a person writes freely. */
export const example = (schema: z.ZodType, things: Record<string, string>) => {
  const root = schemaOf(schema) as Schema & { $defs?: Record<string, Schema> }
  const texts: Path[] = []
  const made = make(root, [], { root, things, texts, depth: 0 }) as Record<string, unknown>
  return { input: made ?? {}, texts }
}

type Making = {
  root: Schema & { $defs?: Record<string, Schema> }
  things: Record<string, string>
  texts: Path[]
  depth: number
}

const make = (schema: Schema, path: Path, making: Making): unknown => {
  if (schema.$ref) return make(referred(schema.$ref, making.root), path, { ...making, depth: making.depth + 1 })
  if (isRichText(schema, making.root)) {
    making.texts.push([...path, "content", 0, "content", 0, "text"])
    return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Un texte." }] }] }
  }
  if ("const" in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const [either] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (either) {
    const made = make(either, path, making)
    return made === undefined && (schema.anyOf ?? []).some((one) => one.type === "null") ? null : made
  }
  if (schema.type === "object")
    return Object.fromEntries(
      // What stood on the writer's page: what is there would be put together with the strings of before.
      Object.entries(schema.properties ?? {})
        .filter(([name]) => name !== "base")
        .map(([name, inner]) => [name, make(inner, [...path, name], making)]),
    )
  if (schema.type === "array") {
    const one = making.depth > 3 ? undefined : make(schema.items ?? {}, [...path, 0], making)
    return one === undefined ? [] : [one]
  }
  if (schema.type === "boolean") return false
  if (schema.type === "number" || schema.type === "integer") return Math.max(schema.minimum ?? 1, 10)
  return schema.type === "string" ? word(schema, path, making) : null
}

const word = ({ format }: Schema, path: Path, { things, texts }: Making): unknown => {
  const name = String(path.findLast((step) => typeof step === "string") ?? "")
  if (format === "uuid") return people.test(name) ? things["person"] : things[name.replace(/s$/, "")]
  if (format === "date") return /until|due|to|end/i.test(name) ? "2027-06-30" : "2027-06-01"
  if (format === "uri") return "https://lisle.example/"
  if (format === "email") return `${newId()}@lisle.example`
  if (/^(at|hour|from|to|starts|time)$/i.test(name)) return "19:30"
  texts.push(path)
  return "Un mot"
}

const referred = (ref: string, root: Making["root"]): Schema =>
  ref.startsWith("#/$defs/") ? (root.$defs?.[ref.slice(8)] ?? {}) : root

const isRichText = (schema: Schema, root: Making["root"]) => {
  const type = schema.properties?.["type"]
  return (type?.$ref ? referred(type.$ref, root) : type)?.const === "doc"
}

/** The same input with another value in one place. */
export const put = (input: unknown, [step, ...rest]: Path, value: unknown): unknown => {
  if (step === undefined) return value
  if (Array.isArray(input)) return input.map((inner, index) => (index === step ? put(inner, rest, value) : inner))
  return { ...(input as object), [step]: put((input as Record<string, unknown>)[step as string], rest, value) }
}

/** Every text that stands in the database, whatever table, as it is; JSON columns give each of their texts. */
export async function* storedTexts(owner: pg.ClientConfig): AsyncGenerator<string> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    // What is folded is a copy to sort by, made of words that stand elsewhere as they were written.
    const { rows: columns } = await client.query<{ table: string; column: string; json: boolean }>(
      `select table_name as table, column_name as column, data_type = 'jsonb' as json from information_schema.columns
        where table_schema = 'public' and data_type in ('text', 'jsonb') and is_generated = 'NEVER' and column_name <> 'folded'`,
    )
    for (const { table, column, json } of columns) {
      const { rows } = await client.query<{ value: unknown }>(`select "${column}" as value from "${table}"`)
      for (const { value } of rows) yield* json ? textsIn(value) : typeof value === "string" ? [value] : []
    }
  } finally {
    await client.end()
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* textsIn(inner)
}
