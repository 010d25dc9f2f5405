/** What an institution is (`offices.kind.<kind>`), as people name it on both sides of the border. */
export const institutionKinds = [
  "municipal_council",
  "college",
  "cpas",
  "provincial_council",
  "department_council",
  "regional_council",
  "permanent_commission",
  "parliament",
  "regional_parliament",
  "european_parliament",
  "intercommunale",
  "intercommunality",
  "asbl",
  "commission",
  "other",
] as const
export type InstitutionKind = (typeof institutionKinds)[number]

export const levels = ["local", "provincial", "regional", "national", "european"] as const
export type Level = (typeof levels)[number]

/** What one is there (`offices.role.<role>`, in the gender of the holder). */
export const roles = [
  "councillor",
  "mayor",
  "alderman",
  "president",
  "vice_president",
  "deputy",
  "director",
  "member",
  "delegate",
  "substitute",
  "other",
] as const
export type Role = (typeof roles)[number]

/** By the people; by an institution (the council for its company of communes); by a decision or a vote of our body. */
export const origins = ["elected", "institution", "body"] as const
export type Origin = (typeof origins)[number]

export const stances = ["majority", "opposition"] as const
export type Stance = (typeof stances)[number]

/** What a public list may show beside the name, the institution, the function and the dates. */
export const listParts = ["origin", "stance", "delegation"] as const
export type ListPart = (typeof listParts)[number]
