import { z } from "zod"
import { type AgendaEntry, bare, fitting } from "./entry.ts"

// OParl 1.0 and 1.1: a Meeting with its items inside, or a list of them, bare or as a page of the interface answers it.
const item = z.object({
  name: z.string().nullish(),
  number: z.union([z.string(), z.number()]).nullish(),
  order: z.number().nullish(),
  deleted: z.boolean().nullish(),
})
const answer = z.union([
  z.object({ agendaItem: z.array(item) }),
  z.object({ data: z.array(z.union([z.object({ agendaItem: z.array(item) }), item])) }),
  z.array(item),
])

/** The items of an OParl answer in their order; undefined when it is none. */
export const agendaOfOparl = (text: string): AgendaEntry[] | undefined => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const read = answer.safeParse(json)
  if (!read.success) return undefined
  const items = Array.isArray(read.data) ? read.data : "data" in read.data ? read.data.data : [read.data]
  return items
    .flatMap((one) => ("agendaItem" in one ? one.agendaItem : [one as z.output<typeof item>]))
    .filter(({ deleted, name }) => !deleted && name?.trim())
    .map((one, at) => ({ ...one, at: one.order ?? at }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name, number }) => fitting({ ...bare, number: number?.toString().trim() || null, title: name! }))
}
