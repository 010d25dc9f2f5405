import type { InstitutionKind, Role } from "./kinds.ts"

/** A declaration that a rule of the rulebook asks for each year, by its key there, of whoever held such an office the year before. */
export type Declaration = {
  rule: string
  of: readonly { kinds: readonly InstitutionKind[]; roles?: readonly Role[] }[]
}

const executives: readonly Role[] = ["mayor", "alderman", "president", "vice_president", "deputy"]

/**
 * The day comes from the body's rulebook, with its source (`be.mandates.…`). Wallonia: whoever the people elected locally, and
 * whoever a council sent elsewhere. Cour des comptes: executives, provinces, parliaments, and those who run what is between communes; who exactly, and
 * by which day, was not found in a text we could read (LAW.md §2.4, M): it is shown as to be checked wherever it is shown.
 */
export const declarations: readonly Declaration[] = [
  {
    rule: "be.mandates.declaration",
    of: [{ kinds: ["municipal_council", "college", "cpas", "provincial_council", "intercommunale", "asbl"] }],
  },
  {
    rule: "be.mandates.court_of_audit",
    of: [
      { kinds: ["college", "provincial_council", "parliament", "regional_parliament", "european_parliament"] },
      { kinds: ["intercommunale"], roles: [...executives, "director"] },
      { kinds: ["cpas", "municipal_council"], roles: ["president", "mayor", "alderman"] },
    ],
  },
]

type Office = {
  person_id: string
  kind: InstitutionKind
  role: Role
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

/** Who must lodge a declaration due in a year: those in such an office for a day at least of the year before. */
export const declarants = ({ of }: Declaration, offices: readonly Office[], year: number): Set<string> => {
  const first = Temporal.PlainDate.from({ year: year - 1, month: 1, day: 1 })
  const last = first.with({ month: 12, day: 31 })
  return new Set(
    offices
      .filter(({ kind, role }) =>
        of.some((one) => one.kinds.includes(kind) && (!one.roles || one.roles.includes(role))),
      )
      .filter(
        ({ role, since, until }) =>
          role !== "substitute" &&
          Temporal.PlainDate.compare(since, last) <= 0 &&
          (until === null || Temporal.PlainDate.compare(until, first) >= 0) &&
          (until === null || Temporal.PlainDate.compare(until, since) >= 0),
      )
      .map(({ person_id }) => person_id),
  )
}

/** The day of a year that a rule says as "06-01"; undefined when it says none. */
export const dueOn = (value: unknown, year: number): Temporal.PlainDate | undefined => {
  const found = typeof value === "string" ? /^(\d{2})-(\d{2})$/.exec(value) : null
  return found ? Temporal.PlainDate.from({ year, month: Number(found[1]), day: Number(found[2]) }) : undefined
}

/** Whether the day of a declaration was read in a text: what is known from memory is never told as certain. */
export const isSure = (confidence: string): boolean => confidence.startsWith("V")
