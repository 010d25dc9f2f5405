import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { holds } from "../../mandates/contract.ts"
import { findBody } from "../../bodies/contract.ts"
import { addressesTaken } from "../events.ts"
import { findCounterpartsToChange } from "../store.ts"
import { counterpartFilters, findCounterparts } from "./find.ts"

/** Those of the press who can be written to, by outlet, theme and territory: media and whoever has a role in one. */
export const readPress = read({
  name: "counterparts.press",
  input: counterpartFilters
    .pick({ theme: true, territory: true, outside: true, nature: true })
    .extend({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("counterparts.read"),
  async run({ input, ...given }) {
    // More is no press list; the export of the list has no end.
    const { rows, next } = await findCounterparts({ ...input, kind: "media", limit: 500 }, given)
    return { rows, more: next !== null }
  },
})

/** Written in the journal beside the list that is copied, as an export is. */
export const takeAddresses = command({
  name: "counterparts.takeAddresses",
  input: z.object({ counterpartIds: ids(500).refine((all) => all.length > 0, "required") }),
  find: ({ counterpartIds }, given) => findCounterpartsToChange(counterpartIds, given),
  allow: holds("exports.make"),
  run: async ({ input: { counterpartIds }, subject: { body_id } }) =>
    addressesTaken({ bodyId: body_id, counterpartIds }),
})
