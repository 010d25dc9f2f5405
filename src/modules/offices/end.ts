import type { Selectable } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { day } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { officeEnded } from "./events.ts"
import { findOfficeToChange } from "./store.ts"
import type { OfficeRow } from "./tables.ts"

/** Sets the last day of an external mandate, past or to come: resignation, new election, withdrawal. It stays written. */
export const endOffice = command({
  name: "offices.end",
  input: z.object({ officeId: z.uuid(), until: day() }),
  find: ({ officeId }, { db }) => findOfficeToChange(officeId, db),
  allow: holds("offices.manage"),
  run: ({ input: { until }, subject: office, db }) => endOfficeRow(office, until, db),
})

/** The last day of an office that was found to be changed, for a command that has asked who may. */
export const endOfficeRow = async (
  {
    id,
    since,
    person_id,
    institution_id,
    body_id,
  }: Pick<Selectable<OfficeRow>, "id" | "since" | "person_id" | "institution_id" | "body_id">,
  until: Temporal.PlainDate,
  db: Db,
) => {
  if (Temporal.PlainDate.compare(until, since) < 0) invalid(["until"], "ends_before")
  await db.updateTable("offices").set({ until }).where("id", "=", id).execute()
  const facts = { officeId: id, personId: person_id, institutionId: institution_id, bodyId: body_id }
  return officeEnded({ ...facts, until: String(until) })
}
