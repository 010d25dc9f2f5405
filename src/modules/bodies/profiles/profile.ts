import { z } from "zod"
import { type Rule, ruleSchema } from "../../../kernel/law/rule.ts"
import { capabilities } from "../capabilities.ts"

/** What a body starts from: the rulebook, functions, meetings and year of its kind. Copied once; the body then owns it. */
const text = z.object({ fr: z.string().min(1), en: z.string().min(1) })

/** Names of a function for a man, for a woman, and for whoever holds it. */
const forms = z.object({ m: z.string().min(1), f: z.string().min(1), n: z.string().min(1) })

const functionSchema = z.object({
  key: z.string(),
  name: z.object({ fr: forms, en: forms }),
  capabilities: z.array(z.enum(capabilities)),
  holders: z.object({ min: z.int().min(0), max: z.int().min(1).nullable() }),
  /** null: the statutes do not say, or we have not read them; the body fills it in. */
  term_months: z.int().min(1).nullable(),
  consecutive_max: z.int().min(1).nullable(),
  /** Functions that the same person may not hold at the same time. */
  excludes: z.array(z.string()),
  parity: z.boolean(),
  demands_second_factor: z.boolean(),
  reach: z.enum(["body", "body and below"]),
})

const itemSchema = z.object({
  title: text,
  purpose: z.enum(["inform", "discuss", "decide"]),
  minutes: z.int().min(1),
  automatic: z.enum(["approve-minutes", "follow-up-tasks"]).nullable(),
  confidential: z.boolean().optional(),
})

const meetingTypeSchema = z.object({
  key: z.string(),
  name: text,
  /** Keys of the rulebook; null where no rule applies (one does not count a quorum on a trip). */
  rules: z.object({
    notice: z.string().nullable(),
    items_until: z.string().nullable(),
    quorum: z.string().nullable(),
    majority: z.string().nullable(),
    proxies: z.string().nullable(),
  }),
  /** Who is convened: members, members whose dues are paid, holders of `functions`, or those named one by one. */
  electorate: z.enum(["members", "members_up_to_date", "functions", "invited"]),
  functions: z.array(z.string()),
  confidential: z.boolean(),
  /** From start to end on the invitation; the agenda may be shorter. */
  duration_minutes: z.int().min(15),
  agenda: z.array(itemSchema),
})

/** Of which assembly. A body writes the day down; where the law fixes it, the profile does. */
const election = z.enum(["municipal", "regional"])
/** What an occasion may be counted from; the day of a congress is always the body's to write. */
const keyDay = z.enum([...election.options, "congress"])

const windowSchema = z.discriminatedUnion("kind", [
  /** Months from 1 to 12, both included; `from` after `to` goes over the new year. */
  z.object({ kind: z.literal("months"), from: z.int().min(1).max(12), to: z.int().min(1).max(12) }),
  /** So many months before mandates end. */
  z.object({ kind: z.literal("before_end_of_terms"), months: z.int().min(1) }),
  /** From so many to so many months before an election or a congress, whose day the body, one above it or the law knows. */
  z.object({ kind: z.literal("before_day"), of: keyDay, from_months: z.int().min(1), to_months: z.int().min(0) }),
  /** From that day to so many months after it. */
  z.object({ kind: z.literal("after_day"), of: keyDay, to_months: z.int().min(1) }),
])

const occasionSchema = z.object({
  key: z.string(),
  title: text,
  window: windowSchema,
  meeting_type: z.string(),
  items: z.array(itemSchema).min(1),
  /** Key of the rule that makes it due, if there is one. */
  rule: z.string().nullable(),
})

export const profileSchema = z.object({
  key: z.enum(["be-wallonia-chapter", "fr-chapter", "fr-regional-group"]),
  name: text,
  kinds: z.array(z.string()).min(1),
  country: z.enum(["BE", "FR"]),
  zone: z.string(),
  language: z.enum(["fr"]),
  means: z.enum(["public", "party"]),
  /** The function of whoever creates the body, before anyone else has a mandate. */
  founder: z.string(),
  rules: z.array(ruleSchema),
  /** What to ask the body, for each rule that nobody has read yet (confidence "?"). */
  questions: z.array(z.object({ rule: z.string(), ask: text })),
  functions: z.array(functionSchema),
  meeting_types: z.array(meetingTypeSchema),
  year: z.array(occasionSchema),
  /** Elections that the law fixes for years ahead: their day, or the first of their month when a decree will say the day. */
  elections: z.array(z.object({ kind: election, day: z.iso.date(), is_month: z.boolean().optional(), source: text })),
})

export type Profile = z.infer<typeof profileSchema>
export type ProfileFunction = z.infer<typeof functionSchema>
export type ProfileMeetingType = z.infer<typeof meetingTypeSchema>
export type ProfileItem = z.infer<typeof itemSchema>
export type ProfileOccasion = z.infer<typeof occasionSchema>

type Told = Pick<Rule, "key" | "value" | "unit"> & Partial<Rule>

/** A rule that was read, remembered or is asked for, on the day LAW was compiled. */
export function read(jurisdiction: string, rule: Told & Pick<Rule, "confidence">): Rule {
  return { ...blank, jurisdiction, read_on: rule.value === null ? null : "2026-11-22", ...rule }
}

/** A default that no text gives: a custom of such bodies, put forward by us, which their own rules replace. */
export function ours(jurisdiction: string, rule: Told): Rule {
  return { ...blank, jurisdiction, confidence: "M", source: "Permanence", note: "Notre proposition, à revoir", ...rule }
}

const blank = {
  count_basis: null,
  legal_basis: null,
  source: null,
  read_on: null,
  valid_from: null,
  valid_to: null,
  overridden_by: null,
  note: null,
}

/** Agendas are read as lists: one line an item. */
export function item(
  minutes: number,
  purpose: ProfileItem["purpose"],
  fr: string,
  en: string,
  automatic: ProfileItem["automatic"] = null,
): ProfileItem {
  return { title: { fr, en }, purpose, minutes, automatic }
}
