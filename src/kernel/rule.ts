import type { Db } from "./db.ts"
import type { Equipment } from "./equipment.ts"

/** Minted by sign-in, API keys, signed links and reactions only: whoever holds one has proved where they belong. */
export type OrganisationId = string & { readonly proven: unique symbol }

export type Actor = {
  organisation: OrganisationId
  /** Null for the system itself. */
  personId: string | null
  via: "session" | "key" | "link" | "system"
  language: "fr" | "en"
  /** A key's limits: capabilities, or names of commands and reads. Absent: all that the person may. */
  only?: readonly string[]
  /** A session that has not given its second factor: functions that demand one lend it nothing. */
  awaitsSecondFactor?: true
  /** The event a reaction answers to. */
  triggeredBy?: string
}

export type Circumstances = Equipment & { actor: Actor; db: Db; now: Temporal.Instant }

/** How a rule reads after "may", for people and for the table of permissions. */
export type Says = { holds: string } | { is: string } | { anyOf: Says[] } | { allOf: Says[] }

export type Rule<Subject> = {
  (subject: Subject, given: Circumstances): boolean | Promise<boolean>
  says: Says
}

/** A rule with its name (`rule.<is>` in words): `isAuthor`, `isInvited`. */
export const rule = <Subject>(
  is: string,
  holds: (subject: Subject, given: Circumstances) => boolean | Promise<boolean>,
): Rule<Subject> => Object.assign((subject: Subject, given: Circumstances) => holds(subject, given), { says: { is } })

export const anyOf = <S>(...rules: Rule<S>[]): Rule<S> =>
  Object.assign(
    async (subject: S, given: Circumstances) => {
      for (const one of rules) if (await one(subject, given)) return true
      return false
    },
    { says: { anyOf: rules.map((one) => one.says) } },
  )

/** What does several things at once: one right never lends another. */
export const allOf = <S>(...rules: Rule<S>[]): Rule<S> =>
  Object.assign(
    async (subject: S, given: Circumstances) => {
      for (const one of rules) if (!(await one(subject, given))) return false
      return true
    },
    { says: { allOf: rules.map((one) => one.says) } },
  )

/** Anyone signed in to the organisation: for what is scoped row by row in SQL, and for one's own things. */
export const isSignedIn: Rule<unknown> = rule("isSignedIn", (_subject, { actor }) => actor.personId !== null)

/** The capabilities a rule may grant through, for the limits of API keys. */
export const capabilitiesOf = (says: Says): string[] =>
  "holds" in says ? [says.holds] : "is" in says ? [] : partsOf(says).flatMap(capabilitiesOf)

const partsOf = (says: { anyOf: Says[] } | { allOf: Says[] }): Says[] => ("anyOf" in says ? says.anyOf : says.allOf)

/** Whether these capabilities, of a key that is limited to them, cover the rule. */
export const isCovered = (says: Says, only: readonly string[]): boolean => {
  if ("holds" in says) return only.includes(says.holds)
  if ("is" in says) return false
  return "anyOf" in says
    ? says.anyOf.some((one) => isCovered(one, only))
    : says.allOf.every((one) => isCovered(one, only))
}
