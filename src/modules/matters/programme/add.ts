import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line, text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { programmeAdded } from "./events.ts"
import { themeOf } from "./store.ts"

export const LONGEST_LINE = 600
/** A programme of more is a book: what is compared with each item is what was promised. */
export const MOST_LINES = 1000

/** Lines of the programme of a body, pasted as they are printed: one a line, marks before it left out. */
export const addProgramme = command({
  name: "programme.add",
  input: z.object({ bodyId: z.uuid(), lines: text(100_000), themeId: z.uuid().nullish(), source: line(200).nullish() }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("matters.manage"),
  async run({ input: { lines, themeId, source }, subject: body, actor, db }) {
    const said = linesOf(lines)
    if (said.length === 0) invalid(["lines"], "required")
    if (said.some((words) => words.length > LONGEST_LINE)) refuse("programme.line_too_long", { most: LONGEST_LINE })
    const theme_id = await themeOf(themeId, body.id, db)
    const { there } = await db
      .selectFrom("programme_lines")
      .select(({ fn }) => fn.countAll<string>().as("there"))
      .where("body_id", "=", body.id)
      .where("ended_on", "is", null)
      .executeTakeFirstOrThrow()
    if (Number(there) + said.length > MOST_LINES) refuse("programme.too_many", { most: MOST_LINES })
    await db
      .insertInto("programme_lines")
      .values(
        said.map((words, index) => ({
          organisation_id: actor.organisation,
          id: newId(),
          body_id: body.id,
          theme_id,
          words,
          source: source ?? null,
          position: Number(there) + index + 1,
        })),
      )
      .execute()
    return programmeAdded({ bodyId: body.id, count: said.length })
  },
})

const linesOf = (pasted: string): string[] =>
  pasted
    .split(/\r?\n/)
    // A mark is followed by a space: "-30 % de déchets" keeps its sign.
    .map((one) => one.replace(/^\s*(?:[-–—•*▪]|\d{1,3}[.)])\s+/, "").trim())
    .filter(Boolean)
