import type { ExchangeKind, Kind } from "../tables.ts"

/** In the order in which they are offered. */
export const kinds = [
  "association",
  "media",
  "party",
  "public_service",
  "company",
  "institution",
  "other",
] as const satisfies readonly Kind[]

export const exchangeKinds = [
  "call",
  "meeting",
  "mail",
  "letter",
  "request",
  "other",
] as const satisfies readonly ExchangeKind[]
