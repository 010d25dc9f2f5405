import { z } from "zod"
import { line, text } from "../../../kernel/input.ts"
import { kinds } from "../tables.ts"

/** A theme as people type it: short, one line, in lower case so that « Énergie » and « énergie » are one. */
export const theme = () => line(60).transform((word) => word.toLocaleLowerCase("fr"))

/** What is known of a counterpart, as it is typed. */
export const details = z.object({
  kind: z.enum(kinds).nullish(),
  name: line(200),
  given_name: line(100).nullish(),
  form: z.enum(["m", "f", "n"]).default("n"),
  themes: z
    .array(theme())
    .max(30)
    .default([])
    .transform((all) => [...new Set(all)]),
  territory: line(100).nullish(),
  /** Of an official place, country, level and code in one: "BE/municipality/91030". */
  territory_code: line(60).nullish(),
  street: line(200).nullish(),
  postcode: line(20).nullish(),
  town: line(100).nullish(),
  country: line(60).nullish(),
  email: z.email().max(254).nullish(),
  phone: line(40).nullish(),
  // Shown as a link: nothing but the web behind it.
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
  note: text(5000).nullish(),
})

export type Details = z.output<typeof details>

/** The columns of these fields; what was left out or emptied is null, and a person has no kind. */
export const columnsOf = (fields: Details, nature: "organisation" | "person") => ({
  kind: nature === "organisation" ? (fields.kind ?? ("other" as const)) : null,
  name: fields.name,
  given_name: nature === "person" ? fields.given_name || null : null,
  form: fields.form,
  themes: fields.themes,
  territory: fields.territory || null,
  territory_code: fields.territory_code || null,
  street: fields.street || null,
  postcode: fields.postcode || null,
  town: fields.town || null,
  country: fields.country || null,
  email: fields.email || null,
  phone: fields.phone || null,
  website: fields.website || null,
  note: fields.note || null,
})
