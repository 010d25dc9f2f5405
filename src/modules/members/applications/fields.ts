import { z } from "zod"
import { line, text } from "../../../kernel/input.ts"
import { personFields } from "../../people/contract.ts"

/** Where an application came from. */
export const sources = ["paper", "stand", "friend", "site", "mail", "other"] as const

/** Who asks, for what, and the proof of what they agreed to. The same for a form on paper and one on the site. */
export const applicationFields = personFields.omit({ note: true, post_only: true }).extend({
  ring: z.enum(["member", "sympathiser", "supporter"]),
  message: text(2000).nullish(),
  source: z.enum(sources),
  /** What they agreed to, word for word, and where: "bulletin papier signé", the address of the page. */
  consentText: text(4000).nullish(),
  consentFrom: line(200).nullish(),
})

export type ApplicationFields = z.output<typeof applicationFields>
