import type { Generated, GeneratedAlways } from "kysely"

export const kinds = ["association", "media", "party", "public_service", "company", "institution", "other"] as const
export type Kind = (typeof kinds)[number]
export type Nature = "organisation" | "person"

export const exchangeKinds = ["call", "letter", "mail", "meeting", "request", "other"] as const
export type ExchangeKind = (typeof exchangeKinds)[number]
export type RequestState = "waiting" | "answered" | "given_up"

export type CounterpartRow = {
  organisation_id: string
  id: string
  body_id: string
  nature: Nature
  kind: Kind | null
  name: string
  given_name: string | null
  form: Generated<"m" | "f" | "n">
  themes: Generated<string[]>
  territory: string | null
  territory_code: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  email: string | null
  phone: string | null
  website: string | null
  note: string | null
  through: Generated<string>
  added_on: Temporal.PlainDate
  checked_on: Temporal.PlainDate
  last_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  /** Announced to be forgotten that day. */
  forget_on: Generated<Temporal.PlainDate | null>
  kept_until: Generated<Temporal.PlainDate | null>
  kept_reason: Generated<string | null>
  kept_by: Generated<string | null>
  fresh_on: GeneratedAlways<Temporal.PlainDate>
  folded: GeneratedAlways<string>
  sought: GeneratedAlways<string>
}

export type RoleRow = {
  organisation_id: string
  id: string
  contact_id: string
  outside_id: string
  title: string
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}

export type ExchangeRow = {
  organisation_id: string
  id: string
  body_id: string
  kind: ExchangeKind
  on_day: Temporal.PlainDate
  about: string
  said: Generated<string>
  next_step: Generated<string>
  next_on: Temporal.PlainDate | null
  matter_id: string | null
  confidential: Generated<boolean>
  logged_by: string | null
  logged_at: Temporal.Instant
  message_id: Generated<string | null>
  state: RequestState | null
  answer_due: Temporal.PlainDate | null
  answer: Generated<string>
  answered_on: Generated<Temporal.PlainDate | null>
  reminded_on: Generated<Temporal.PlainDate | null>
  reminders: Generated<number>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    counterparts: CounterpartRow
    counterpart_roles: RoleRow
    acquaintances: {
      organisation_id: string
      counterpart_id: string
      person_id: string
      how: string
      since: Temporal.Instant
    }
    exchanges: ExchangeRow
    exchange_mails: {
      organisation_id: string
      id: string
      body_id: string
      person_id: string
      message_id: string
      on_day: Temporal.PlainDate
      subject: string
      said: string
      addresses: string[]
      names: string[]
      received_at: Temporal.Instant
    }
    exchange_ours: { organisation_id: string; exchange_id: string; person_id: string }
    exchange_theirs: { organisation_id: string; exchange_id: string; counterpart_id: string }
  }
}
