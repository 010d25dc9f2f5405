import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { follow } from "./follow.ts"
import { powersOf } from "./gains.ts"
import { findTwoToChange, keepsBoth, type Person } from "./two.ts"

/** `personId` stays, `goneId` went into it. */
export const peopleMerged = event<{ personId: string; goneId: string }>()("people.merged")

/** What is chosen field by field. Where neither is chosen, what is filled wins, and of two filled that of the record that stays. */
export const mergedFields = [
  "given_name",
  "family_name",
  "form",
  "email",
  "phone",
  "street",
  "postcode",
  "town",
  "country",
  "post_only",
  "language",
  "note",
] as const
export type MergedField = (typeof mergedFields)[number]

/**
 * They are one person: all that names the record that goes names the one that stays, and the first is left as a trace of where
 * it went. It is not undone: what each of the two had can no longer be told apart.
 */
export const mergePeople = command({
  name: "people.merge",
  input: z.object({
    personId: z.uuid(),
    goneId: z.uuid(),
    /** Fields whose value is that of the record that goes. */
    take: z.array(z.enum(mergedFields)).max(mergedFields.length).optional(),
  }),
  find: ({ personId, goneId }, { db }) => findTwoToChange(personId, goneId, db),
  allow: keepsBoth,
  async run({ input: { take }, subject: { one: stays, other: goes }, ...given }) {
    const { db, now } = given
    if (stays.id === goes.id) refuse("people.same_record")
    if (stays.merged_into || goes.merged_into) refuse("people.already_merged")
    if (stays.erased_on || goes.erased_on) refuse("people.erased_record")
    const powers = await powersOf(stays.id, goes.id, given)
    if (powers.some(({ is_theirs_to_give }) => !is_theirs_to_give)) refuse("people.merge_gives_rights")
    const values = mergedValues(stays, goes, take ?? filledOnlyThere(stays, goes))
    // The trace has a name and nothing else: what was known of them is on one record only.
    await db
      .updateTable("people")
      .set({
        merged_into: stays.id,
        merged_at: now,
        email: null,
        phone: null,
        street: null,
        postcode: null,
        town: null,
        country: null,
        note: null,
        given_name: values.given_name,
        family_name: values.family_name,
      })
      .where("id", "=", goes.id)
      .execute()
    await db
      .updateTable("people")
      .set({ ...values, note: confide(given, true).text(values.note), left_on: leftOn(stays, goes) })
      .where("id", "=", stays.id)
      .execute()
    await follow(goes.id, stays.id, given)
    return peopleMerged({ personId: stays.id, goneId: goes.id })
  },
})

type Values = Pick<Person, MergedField>

/** The fields that only the record that goes knows. */
export const filledOnlyThere = (stays: Values, goes: Values): MergedField[] =>
  mergedFields.filter((field) => isEmpty(field, stays[field]) && !isEmpty(field, goes[field]))

const mergedValues = (stays: Person, goes: Person, take: readonly MergedField[]) =>
  Object.fromEntries(mergedFields.map((field) => [field, (take.includes(field) ? goes : stays)[field]])) as Record<
    MergedField,
    never
  >

const isEmpty = (field: MergedField, value: unknown) =>
  value === null || value === "" || (field === "form" && value === "n") || value === "—" || value === false

// Who is still here on one of the two is still here.
const leftOn = (stays: Person, goes: Person) =>
  stays.left_on && goes.left_on
    ? Temporal.PlainDate.compare(stays.left_on, goes.left_on) < 0
      ? goes.left_on
      : stays.left_on
    : null
