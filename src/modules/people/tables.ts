import type { Generated, GeneratedAlways } from "kysely"

export type Form = "m" | "f" | "n"

export type PersonRow = {
  organisation_id: string
  id: string
  family_name: string
  given_name: string
  form: Generated<Form>
  email: string | null
  phone: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  post_only: Generated<boolean>
  language: Generated<string>
  note: string | null
  left_on: Temporal.PlainDate | null
  erased_on: Generated<Temporal.PlainDate | null>
  /** The record that this one turned out to be: it is only a trace of where it went. */
  merged_into: Generated<string | null>
  merged_at: Generated<Temporal.Instant | null>
  created_at: Generated<Temporal.Instant>
  folded: GeneratedAlways<string>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    people: PersonRow
    person_openings: {
      organisation_id: string
      person_id: string
      opened_by: string
      day: Temporal.PlainDate
      times: Generated<number>
    }
    unwanted_letters: { organisation_id: string; person_id: string; kind: "task" | "week" | "dues" | "matters" }
    imports: {
      organisation_id: string
      id: string
      body_id: string
      imported_by: string
      at: Temporal.Instant
      created: number
      updated: number
      unchanged: number
      known: number
      refused: number
      written_in: string | null
      undone_at: Temporal.Instant | null
      undone_by: string | null
      removed: number | null
      restored: number | null
      kept: number | null
    }
  }
}
