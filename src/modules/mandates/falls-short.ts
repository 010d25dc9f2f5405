import type { Db } from "../../kernel/db.ts"
import type { Capability } from "../bodies/contract.ts"
import { someoneHolds } from "./rights.ts"
import { seatsOf } from "./store.ts"
import { type Warning, warningsOn } from "./warnings.ts"

/** Without somebody for each of these, a body stops: nobody calls a meeting, writes its minutes, names the next ones. */
const vital = ["meetings.convene", "minutes.write", "mandates.manage", "people.manage"] as const satisfies Capability[]

/** Where a body falls short of its rulebook on a day, and what nobody may do in it any more. */
export const fallsShort = async (
  bodyId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<{ warnings: Warning[]; unheld: Capability[] }> => {
  const { functions, seats } = await seatsOf(bodyId, db)
  const unheld: Capability[] = []
  for (const one of vital) if (!(await someoneHolds(one, bodyId, on, db))) unheld.push(one)
  return { warnings: warningsOn(functions, seats, on), unheld }
}
