import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { pathOf, pieces } from "../found.ts"
import { findSaid } from "./find-said.ts"

/** "What did we say about …": by words, by matter, by theme, or by several of them. */
export const readSaid = read({
  name: "search.said",
  input: z.object({
    q: z.string().trim().max(200).default(""),
    matterId: z.uuid().optional(),
    themeId: z.uuid().optional(),
    bodyId: z.uuid().optional(),
    limit: z.int().min(1).max(50).default(30),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input: { q, matterId, themeId, bodyId, limit, after }, ...given }) {
    const words = q.length < 2 ? "" : q
    if (!words && !matterId && !themeId) return { rows: [], next: null }
    const offset = Math.max(0, Number.parseInt(after ?? "0", 10) || 0)
    const found = await findSaid({ q: words, matterId, themeId, bodyId, limit: limit + 1, offset }, given)
    return {
      rows: found.slice(0, limit).map(({ excerpt, ...line }) => ({
        ...line,
        excerpt: excerpt === null ? [] : pieces(excerpt),
        to: pathOf(line),
      })),
      next: found.length > limit ? String(offset + limit) : null,
    }
  },
})
