import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findCounterparts } from "../counterparts/contract.ts"
import { findPeople, sightOf } from "../people/contract.ts"
import { findWords, pathOf, pieces } from "./found.ts"
import { kinds } from "./tables.ts"

export const searchFilters = z.object({
  q: z.string().trim().max(200).default(""),
  kind: z.enum(kinds).optional(),
  bodyId: z.uuid().optional(),
  sort: z.enum(["best", "latest"]).default("best"),
})

/** The page of a search: words, "a phrase", -without, in decisions, minutes, items, papers, matters, meetings and tasks. */
export const searchAll = read({
  name: "search.all",
  input: searchFilters.extend({
    limit: z.int().min(1).max(50).default(20),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input: { q, kind, bodyId, sort, limit, after }, ...given }) {
    if (q.length < 2) return { rows: [], people: [], counterparts: [], total: 0, next: null }
    const offset = Math.max(0, Number.parseInt(after ?? "0", 10) || 0)
    const hits = await findWords(
      {
        q,
        kinds: kind ? [kind] : kinds,
        begins: false,
        bodyId,
        latest: sort === "latest",
        limit,
        offset,
        excerpts: true,
      },
      given,
    )
    const people = offset > 0 || kind ? [] : (await findPeople({ q, limit: 3 }, await sightOf(given), given.db)).rows
    const counterparts = offset > 0 || kind ? [] : (await findCounterparts({ q, bodyId, limit: 3 }, given)).rows
    const total = hits[0]?.count ?? 0
    return {
      rows: hits.map(({ count: _, excerpt, ...hit }) => ({
        ...hit,
        excerpt: excerpt === null ? [] : pieces(excerpt),
        to: pathOf(hit),
      })),
      counterparts: counterparts.map(({ id, name, roles, territory }) => ({ id, name, roles, territory })),
      people: people.map(({ id, name, functions }) => ({ id, name, functions })),
      total,
      next: offset + hits.length < total ? String(offset + hits.length) : null,
    }
  },
})
