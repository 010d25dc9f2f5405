import type { Circumstances } from "../../../kernel/rule.ts"
import type { Side } from "../tables.ts"

export type Letterhead = { lines: string[]; foot: string; town: string | null; side: Side }

/** The paper of a body; that of a body that said nothing bears its name alone. */
export const letterheadOf = async (bodyId: string, { db }: Pick<Circumstances, "db">): Promise<Letterhead> => {
  const found = await db
    .selectFrom("letterheads")
    .select(["lines", "foot", "town", "side"])
    .where("body_id", "=", bodyId)
    .executeTakeFirst()
  return found ?? { lines: [], foot: "", town: null, side: "country" }
}

/** Where the window is. French envelopes have it at the right, and so do most Belgian ones: those of the left are chosen. */
export const windowSide = ({ side }: Pick<Letterhead, "side">) => (side === "left" ? "left" : "right")
