import { z } from "zod"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Cell } from "../../kernel/tables/cell.ts"
import { orders } from "./discussion.ts"
import { tableRows } from "./papers/table-rows.ts"
import { findSeenBase } from "./seen.ts"

export { isBaseSeen } from "./seen.ts"
export { tableColumns } from "./papers/table-rows.ts"

export const tableFilters = z.object({ baseId: z.uuid(), order: z.enum(orders).default("place") })

/** The table of the amendments of a base, as rows to take away; nothing of a base the actor does not see. */
export const findTable = async (
  { baseId, order }: z.output<typeof tableFilters>,
  given: Circumstances,
): Promise<Cell[][]> => {
  const base = await findSeenBase(baseId, given)
  return base ? tableRows(base, order, given) : []
}
