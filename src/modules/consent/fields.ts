import { z } from "zod"
import { line, text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findMeeting } from "../meetings/contract.ts"
import { electorates } from "./tables.ts"

export const electionFields = z.object({
  /** A function of the body; or a role, by its name. */
  functionId: z.uuid().nullable().default(null),
  role: line(200).nullable().default(null),
  /** What the role asks, one a line. */
  criteria: text(5000).default(""),
  term: line(200).nullable().default(null),
  meetingId: z.uuid().nullable().default(null),
  electorate: z.enum(electorates).default("rulebook"),
  functions: z.array(z.string().max(200)).max(100).default([]),
})

/** The columns of what was said, once it fits together. */
export const columnsOf = async (
  said: z.output<typeof electionFields>,
  bodyId: string,
  { db }: Pick<Circumstances, "db">,
) => {
  const { functionId, meetingId, electorate } = said
  if (!functionId && !said.role) invalid(["functionId"], "required")
  if (functionId) await known(functionId, bodyId, { db })
  if (meetingId && (await findMeeting(meetingId, db))?.body_id !== bodyId) invalid(["meetingId"], "invalid_value")
  if (electorate === "holders" && said.functions.length === 0) invalid(["functions"], "required")
  return {
    function_id: functionId,
    role: functionId ? null : said.role,
    criteria: said.criteria,
    term: said.term,
    meeting_id: meetingId,
    electorate,
    functions: electorate === "holders" ? said.functions : [],
  }
}

const known = async (functionId: string, bodyId: string, { db }: Pick<Circumstances, "db">) => {
  const found = await db
    .selectFrom("functions")
    .select("id")
    .where("id", "=", functionId)
    .where("body_id", "=", bodyId)
    .where("ended_on", "is", null)
    .executeTakeFirst()
  if (!found) invalid(["functionId"], "unknown")
}
