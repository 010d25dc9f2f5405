import type { Circumstances } from "../../../kernel/rule.ts"

/** How a body addresses those of a function. */
export const ownTitles = (bodyId: string, { db }: Pick<Circumstances, "db">) =>
  db
    .selectFrom("letter_titles")
    .select(["id", "function", "called_m", "called_f", "called_n", "closing"])
    .where("body_id", "=", bodyId)
    .orderBy("function")
    .execute()
