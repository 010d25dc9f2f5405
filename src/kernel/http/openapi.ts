import { z } from "zod"
import type { Module } from "../module.ts"
import { format } from "../words/words.ts"

/** OpenAPI 3.1 of every command and read, from the very schemas that check them. */
export const openapi = (modules: readonly Module[], origin: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Permanence",
    version: "1",
    license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    description:
      "Commands are POST, reads are GET. Sign in with a session, or send `Authorization: Bearer <key>` (npm run permanence -- key).",
  },
  servers: [{ url: origin }],
  components: {
    securitySchemes: {
      key: { type: "http", scheme: "bearer" },
      session: { type: "apiKey", in: "cookie", name: "permanence" },
    },
    responses: Object.fromEntries(
      Object.entries({
        401: "Not signed in",
        403: "Not allowed",
        404: "Not found, or not for you",
        409: "Refused",
        422: "Invalid",
      }).map(([status, description]) => [
        status,
        { description, content: { "application/json": { schema: errorSchema } } },
      ]),
    ),
  },
  security: [{ key: [] }, { session: [] }],
  paths: Object.fromEntries(
    modules.flatMap((one) => [
      ...(one.commands ?? []).map((command) => [
        `/api/${command.name}`,
        {
          post: {
            operationId: command.name,
            tags: [one.name],
            summary: format("fr", `command.${command.name}`),
            parameters: [
              {
                name: "x-command-id",
                in: "header",
                schema: { type: "string", format: "uuid" },
                description: "Makes a repeat harmless",
              },
            ],
            requestBody: { required: true, content: { "application/json": { schema: schemaOf(command.input) } } },
            responses: responses(),
          },
        },
      ]),
      ...(one.reads ?? []).map((read) => [
        `/api/${read.name}`,
        {
          get: {
            operationId: read.name,
            tags: [one.name],
            summary: format("fr", `read.${read.name}`),
            parameters: parameters(schemaOf(read.input)),
            responses: responses(),
          },
        },
      ]),
    ]),
  ),
})

const errorSchema = {
  type: "object",
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        facts: { type: "object" },
        issues: {
          type: "array",
          items: { type: "object", properties: { path: { type: "array" }, message: { type: "string" } } },
        },
      },
    },
  },
}

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })
  return rest as { properties?: Record<string, object>; required?: string[] }
}

const parameters = ({ properties = {}, required = [] }: ReturnType<typeof schemaOf>) =>
  Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }))

const responses = () => ({
  200: {
    description: "Done",
    content: { "application/json": { schema: { type: "object", properties: { data: {} }, required: ["data"] } } },
  },
  ...Object.fromEntries(
    [401, 403, 404, 409, 422].map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  ),
})
