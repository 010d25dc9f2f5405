import type { Generated } from "kysely"

/** Gets by, does it well, can teach it to others. */
export const levels = ["some", "well", "teaches"] as const
export type Level = (typeof levels)[number]

export type Means = "form" | "app" | "paper" | "spoken"
export type Manner = "phone" | "place"

export type ThemeRow = {
  organisation_id: string
  id: string
  body_id: string
  name: string
  position: number
  ended_on: Temporal.PlainDate | null
}

export type SkillRow = {
  organisation_id: string
  id: string
  body_id: string
  theme_id: string
  name: string
  position: number
  ended_on: Temporal.PlainDate | null
}

export type SheetRow = {
  organisation_id: string
  id: string
  body_id: string
  person_id: string
  asked_on: Temporal.PlainDate | null
  asked_by: string | null
  confirmed_on: Temporal.PlainDate | null
  said_by: string | null
  means: Means | null
  slots: Generated<string[]>
  hours_month: number | null
  away_until: Temporal.PlainDate | null
  manner: Manner | null
  note: string | null
  shared: Generated<boolean>
  withdrawn_on: Temporal.PlainDate | null
  declined_on: Temporal.PlainDate | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    skill_themes: ThemeRow
    skills: SkillRow
    skill_sheets: SheetRow
    person_skills: {
      organisation_id: string
      skill_id: string
      person_id: string
      level: Level | null
      wants: Generated<boolean>
    }
    skill_requests: {
      organisation_id: string
      id: string
      skill_id: string
      person_id: string
      asked_on: Temporal.PlainDate
      asked_by: string | null
    }
  }
}
