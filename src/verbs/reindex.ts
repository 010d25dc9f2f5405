import { sql } from "kysely"
import { inOrganisation } from "../kernel/db.ts"
import type { OrganisationId } from "../kernel/rule.ts"
import { rebuild } from "../modules/search/contract.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

/** Makes the words of every organisation findable anew, from the tables. People go on working meanwhile. */
export const reindex: Verb = {
  says: { fr: "refait l’index de la recherche", en: "makes the index of the search anew" },
  run: (_args, settings) =>
    visit(settings, async ({ db }) => {
      const { rows } = await sql<{ id: OrganisationId }>`select all_organisations() as id`.execute(db)
      for (const { id } of rows) {
        const [name, count] = await inOrganisation(db, id, async (tx) => [
          (await tx.selectFrom("organisations").select("name").executeTakeFirstOrThrow()).name,
          await rebuild(id, tx),
        ])
        console.log(`✓ ${name}\n  ${said[settings.language](count)}`)
      }
      return 0
    }),
}

const said = {
  fr: (count: number) => `${count} textes se retrouvent par leurs mots`,
  en: (count: number) => `${count} texts can be found by their words`,
}
