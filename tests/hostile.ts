import type { FastifyInstance } from "fastify"
import pg from "pg"
import { z } from "zod"
import { serve } from "../src/kernel/http/server.ts"
import { newId } from "../src/kernel/id.ts"
import type { Module } from "../src/kernel/module.ts"
import { modules } from "../src/modules.ts"
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
