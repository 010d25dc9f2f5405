import { z } from "zod"
import { line, text } from "../../kernel/input.ts"
import { institutionKinds, levels } from "./kinds.ts"

/** An institution as it is typed. */
export const institutionSaid = z.object({
  name: line(200),
  kind: z.enum(institutionKinds),
  level: z.enum(levels).default("local"),
  /** Seats that are ours to fill; nothing said: nobody counts. */
  seats: z.int().min(0).max(1000).nullish(),
  note: text(2000).nullish(),
})
