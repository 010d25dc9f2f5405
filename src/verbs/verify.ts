import { sql } from "kysely"
import { inOrganisation } from "../kernel/db.ts"
import type { OrganisationId } from "../kernel/rule.ts"
import { verify as verifyChain } from "../kernel/seal.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

/** Checks the journal of every organisation against its chain, and prints the head that papers carry. */
export const verify: Verb = {
  says: { fr: "vérifie que le journal n’a pas été changé", en: "checks that the journal was not changed" },
  run: (_args, settings) =>
    visit(settings, async ({ db }) => {
      const says = said[settings.language]
      const { rows } = await sql<{ id: OrganisationId }>`select all_organisations() as id`.execute(db)
      let broken = 0
      for (const { id } of rows) {
        const [name, { events, head, brokenAt }] = await inOrganisation(db, id, async (tx) => [
          (await tx.selectFrom("organisations").select("name").executeTakeFirstOrThrow()).name,
          await verifyChain(tx),
        ])
        if (brokenAt !== null) broken++
        console.log(`${brokenAt === null ? "✓" : "✗"} ${name}`)
        console.log(`  ${brokenAt === null ? says.whole(events, head) : says.broken(brokenAt)}`)
      }
      return broken === 0 ? 0 : 1
    }),
}

const said = {
  fr: {
    whole: (events: number, head: string | null) => `${events} événements, dernière empreinte ${head ?? "aucune"}`,
    broken: (at: number) => `le journal a été changé à partir de l’événement ${at}`,
  },
  en: {
    whole: (events: number, head: string | null) => `${events} events, last hash ${head ?? "none"}`,
    broken: (at: number) => `the journal was changed from event ${at} on`,
  },
}
