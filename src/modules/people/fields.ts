import { z } from "zod"
import { line, text } from "../../kernel/input.ts"

/** What is known of a person, as it is typed. An address for the post is enough for whoever has no e-mail. */
export const details = z.object({
  given_name: line(100),
  family_name: line(100),
  form: z.enum(["m", "f", "n"]),
  email: z.email().max(254).nullish(),
  phone: line(40).nullish(),
  street: line(200).nullish(),
  postcode: line(20).nullish(),
  town: line(100).nullish(),
  country: line(60).nullish(),
  post_only: z.boolean(),
  language: z.enum(["fr", "en"]),
  note: text(5000).nullish(),
})

/** The same for somebody new, with what is usual where nothing was said. */
export const personFields = details.extend({
  form: details.shape.form.default("n"),
  post_only: details.shape.post_only.default(false),
  language: details.shape.language.default("fr"),
})

export type PersonFields = z.output<typeof personFields>

/** The columns of these fields; what was left out or emptied is null. */
export const columnsOf = (fields: PersonFields) => ({
  given_name: fields.given_name,
  family_name: fields.family_name,
  form: fields.form,
  email: fields.email || null,
  phone: fields.phone || null,
  street: fields.street || null,
  postcode: fields.postcode || null,
  town: fields.town || null,
  country: fields.country || null,
  post_only: fields.post_only,
  language: fields.language,
  note: fields.note || null,
})
