import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { peopleImported } from "../events.ts"
import { importInput, prepareImport } from "./prepare.ts"
import { rememberColumns } from "./mappings.ts"
import { formerOf, keepFormer } from "./undo/former.ts"
import { keepLines, type Line, writeImport } from "./write.ts"

/** A file of people into a body: one command, one event, each line accounted for. Known people change only where it is said. */
export const importPeople = command({
  name: "people.import",
  input: importInput.extend({
    /** Lines whose known person is brought up to date: all of them, none, or these. */
    update: z.union([z.enum(["all", "none"]), z.array(z.int()).max(200_000)]).default("none"),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const { verdicts, heading, columns } = await prepareImport(input, given)
    const known = verdicts.filter(({ state }) => state === "known").map(({ line }) => line)
    const wanted = new Set(input.update === "all" ? known : input.update === "none" ? [] : input.update)
    const former = await formerOf(
      verdicts.flatMap((one) => (one.state === "known" && wanted.has(one.line) ? [one.id] : [])),
      db,
    )
    const lines = await writeImport(
      verdicts,
      wanted,
      { bodyId: body.id, ring: input.ring, since: `${input.since}` },
      given,
    )
    const importId = newId()
    const counts = countsOf(lines)
    await sql`insert into imports (organisation_id, id, body_id, imported_by, at, created, updated, unchanged, known, refused, written_in)
      values (current_org(), ${importId}, ${body.id}, ${actor.personId}, ${now}, ${counts.created}, ${counts.updated}, ${counts.unchanged}, ${counts.known}, ${counts.refused}, pg_current_xact_id()::xid::text)`.execute(
      db,
    )
    await keepLines(importId, lines, db)
    await keepFormer(importId, former, given)
    await rememberColumns({ bodyId: body.id, heading, columns, now }, db)
    return peopleImported({ importId, bodyId: body.id, ...counts })
  },
})

const countsOf = (lines: readonly Line[]) => {
  const count = (state: Line["state"]) => lines.filter((one) => one.state === state).length
  return {
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    known: count("known"),
    refused: count("refused"),
  }
}
