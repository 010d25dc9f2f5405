import { z } from "zod"
import { line, text } from "../../../kernel/input.ts"

export const wishes = ["contact", "help", "member"] as const
/** Where we met. `site` is the page itself. */
export const sources = ["market", "stand", "friend", "meeting", "paper", "other", "site"] as const

/** Who comes, and what they would like: the same from the page, from paper and by mouth. */
export const newcomerFields = z.object({
  given_name: line(100),
  family_name: line(100),
  email: z.email().max(254).nullish(),
  phone: line(40).nullish(),
  town: line(100).nullish(),
  wish: z.enum(wishes),
  message: text(2000).nullish(),
})
export type NewcomerFields = z.output<typeof newcomerFields>

export const columnsOf = (fields: NewcomerFields) => ({
  given_name: fields.given_name,
  family_name: fields.family_name,
  email: fields.email || null,
  phone: fields.phone || null,
  town: fields.town || null,
  wish: fields.wish,
  message: fields.message || null,
})
