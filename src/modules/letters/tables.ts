import type { ColumnType, Generated } from "kysely"

/** How a letter is addressed; printed as it stands here. */
export type Said = {
  /** Who and where, as it stands in the window. */
  lines: string[]
  email: string | null
  /** « Monsieur le Préfet », in the salutation and in the closing. */
  called: string
  closing: string
  their_reference: string | null
  /** The day of what they wrote. */
  their_day: string | null
}

export type LetterRow = {
  organisation_id: string
  text_id: string
  outside_id: string | null
  contact_id: string | null
  said: ColumnType<Said, unknown, unknown>
  by_hand: Generated<boolean>
  answer_due: Temporal.PlainDate | null
  answers_id: string | null
  signature: Generated<string | null>
  signature_of: Generated<string | null>
  exchange_id: Generated<string | null>
  answered_on: Generated<Temporal.PlainDate | null>
  changed_by: string | null
  changed_at: Temporal.Instant
}

export type Side = "country" | "right" | "left"

declare module "../../kernel/db.ts" {
  interface Tables {
    letters: LetterRow
    letter_papers: { organisation_id: string; text_id: string; file_id: string; place: number }
    letter_sendings: { organisation_id: string; sending_id: string; text_id: string }
    letterheads: {
      organisation_id: string
      body_id: string
      lines: string[]
      foot: string
      town: string | null
      side: Side
      changed_by: string | null
      changed_at: Temporal.Instant
    }
    letter_titles: {
      organisation_id: string
      id: string
      body_id: string
      function: string
      called_m: string
      called_f: string
      called_n: string
      closing: string | null
      changed_by: string | null
      changed_at: Temporal.Instant
    }
    signatures: { organisation_id: string; person_id: string; picture: string; kept_at: Temporal.Instant }
  }
}
