import { z } from "zod"

/** What begins the numbers of a body's papers: VAL-2026-PV-0004. */
export const bodyCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,8}$/, "body_code")
