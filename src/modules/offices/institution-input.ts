import { z } from "zod"
import { line, text } from "../../kernel/input.ts"
import { type InstitutionKind, institutionKinds, levels } from "./kinds.ts"

/** An institution as it is typed: an organisation of the file, or a name. */
export const institutionSaid = z.object({
  outsideId: z.uuid().nullish(),
  name: line(200).nullish(),
  kind: z.enum(institutionKinds),
  level: z.enum(levels).default("local"),
  /** Seats that are ours to fill; nothing said: nobody counts. */
  seats: z.int().min(0).max(1000).nullish(),
  note: text(2000).nullish(),
})

/** What it is among the counterparts, whose kinds are wider. */
export const kindOutside = (kind: InstitutionKind) =>
  kind === "asbl" ? ("association" as const) : ("institution" as const)
