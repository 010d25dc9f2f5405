export const shown = ["phone", "email", "address"] as const
export type Shown = (typeof shown)[number]

/** What became of somebody on a list. `no_more`: they asked not to be contacted this way again. */
export const outcomes = ["reached", "message", "no_answer", "wrong", "no_more"] as const
export type Outcome = (typeof outcomes)[number]

export type ListRow = {
  organisation_id: string
  id: string
  body_id: string
  name: string
  purpose: string
  shows: Shown[]
  /** Its last day: whoever was given it reads it no longer on the next. */
  ends_on: Temporal.PlainDate
  made_by: string | null
  made_at: Temporal.Instant
}

declare module "../../kernel/db.ts" {
  interface Tables {
    lists: ListRow
    list_people: {
      organisation_id: string
      id: string
      list_id: string
      person_id: string
      outcome: Outcome | null
      note: string | null
      noted_by: string | null
      noted_at: Temporal.Instant | null
    }
  }
}
