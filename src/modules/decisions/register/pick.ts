import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findDecisions } from "./list.ts"

/** Decisions to choose one from, by number or by words. */
export const pickDecisions = read({
  name: "decisions.pick",
  input: z.object({ q: z.string().trim().max(200).optional(), bodyId: z.uuid().optional() }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const rows = await findDecisions(input, { limit: 12, offset: 0 }, given)
    return rows.map(({ id, reference, title, body_name }) => ({ id, name: `${reference} · ${title}`, soft: body_name }))
  },
})
