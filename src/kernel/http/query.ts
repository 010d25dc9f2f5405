import { z } from "zod"

/**
 * A query string as the input its schema expects: text stays text, numbers, booleans, lists and objects are read from JSON.
 * What does not read is left as text, and the schema says so.
 */
export const queryAsInput = (schema: z.ZodType, query: Record<string, string | string[]>): Record<string, unknown> => {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, { type?: string; anyOf?: { type?: string }[] }>
  }
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => {
      const property = properties[key]
      const types = property?.type ? [property.type] : (property?.anyOf ?? []).map((one) => one.type)
      return [key, types.length && !types.includes("string") && typeof value === "string" ? fromJson(value) : value]
    }),
  )
}

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
