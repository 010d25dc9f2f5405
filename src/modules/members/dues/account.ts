import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line, text } from "../../../kernel/input.ts"
import { readIban } from "../../../kernel/law/structured-communication.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { duesAccountSet } from "../events.ts"

/** Says where dues are paid: the account of the body, and how in its own words. */
export const setDuesAccount = command({
  name: "dues.setAccount",
  input: z.object({
    bodyId: z.uuid(),
    iban: line(50).nullish(),
    holder: line(100).nullish(),
    how: text(500).default(""),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("dues.manage"),
  async run({ input, subject: body, actor, db }) {
    const iban = input.iban ? (readIban(input.iban) ?? invalid(["iban"], "iban")) : null
    const said = { iban, holder: input.holder ?? null, how: input.how }
    await db
      .insertInto("dues_accounts")
      .values({ organisation_id: actor.organisation, body_id: body.id, ...said })
      .onConflict((known) => known.columns(["organisation_id", "body_id"]).doUpdateSet(said))
      .execute()
    return duesAccountSet({ bodyId: body.id })
  },
})
