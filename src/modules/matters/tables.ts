import type { Generated } from "kysely"
import type { Pace } from "./watch/paces.ts"

/** What a matter asks of us while it is open: an eye kept on it, work, or an answer that somebody else owes. */
export const matterStates = ["watching", "active", "waiting"] as const
export type MatterState = (typeof matterStates)[number]

export type MatterRow = {
  organisation_id: string
  id: string
  body_id: string
  title: string
  standing: Generated<string>
  standing_on: Generated<Temporal.PlainDate | null>
  lead_id: string | null
  staff_id: Generated<string | null>
  theme_id: Generated<string | null>
  country: Generated<string | null>
  level: Generated<string | null>
  code: Generated<string | null>
  state: Generated<MatterState>
  next_step: Generated<string>
  next_on: Generated<Temporal.PlainDate | null>
  confidential: Generated<boolean>
  opened_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
}

export type ThemeRow = {
  organisation_id: string
  id: string
  body_id: string
  parent_id: string | null
  name: string
  position: number
  ended_on: Temporal.PlainDate | null
}

export type ProgrammeLineRow = {
  organisation_id: string
  id: string
  body_id: string
  theme_id: string | null
  words: string
  source: string | null
  position: number
  ended_on: Generated<Temporal.PlainDate | null>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    matters: MatterRow
    matter_watchers: {
      organisation_id: string
      matter_id: string
      person_id: string
      /** Null: each week, as long as they lead the matter or work on it. */
      pace: Pace | null
      told_until: Temporal.Instant
    }
    matter_attachments: { organisation_id: string; matter_id: string; thing_id: string; attached_at: Temporal.Instant }
    themes: ThemeRow
    programme_lines: ProgrammeLineRow
  }
}
