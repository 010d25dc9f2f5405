import type { InstitutionKind, Level, Origin, Role } from "../kinds.ts"

/** In the order in which people look for them; the types say when one is missing. */
export const institutionKinds = Object.keys({
  municipal_council: 1,
  college: 1,
  cpas: 1,
  intercommunale: 1,
  intercommunality: 1,
  asbl: 1,
  commission: 1,
  provincial_council: 1,
  department_council: 1,
  regional_council: 1,
  permanent_commission: 1,
  regional_parliament: 1,
  parliament: 1,
  european_parliament: 1,
  other: 1,
} satisfies Record<InstitutionKind, 1>) as InstitutionKind[]

export const levels = Object.keys({ local: 1, provincial: 1, regional: 1, national: 1, european: 1 } satisfies Record<
  Level,
  1
>) as Level[]

export const roles = Object.keys({
  councillor: 1,
  mayor: 1,
  alderman: 1,
  president: 1,
  vice_president: 1,
  deputy: 1,
  director: 1,
  member: 1,
  delegate: 1,
  substitute: 1,
  other: 1,
} satisfies Record<Role, 1>) as Role[]

export const origins = Object.keys({ elected: 1, institution: 1, body: 1 } satisfies Record<Origin, 1>) as Origin[]
