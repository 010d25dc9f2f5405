import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { withClient } from "./bootstrap.ts"
import { testDatabase, type TestDatabase } from "./for-tests.ts"
import { migrationsIn } from "./migrate.ts"

let db: TestDatabase
before(async () => {
  db = await testDatabase(await migrationsIn(new URL("./migrations", import.meta.url), "kernel"))
})
after(() => db.drop())

const ask = (sql: string, values: string[]) =>
  withClient(db.app, async (client) => (await client.query({ text: sql, values, rowMode: "array" })).rows[0]![0])

const finds = (query: string, text: string) => ask("select fr_words($2) @@ fr_query($1)", [query, text])

describe("French search", () => {
  for (const [query, text] of [
    ["elue", "Les ÉLUES de la région"],
    ["élue", "l’élue, l'elue"],
    ["eau", "la facture d’eau"],
    ["à la mairie", "La mairie de Lisle"],
    ["a la mairie", "La mairie de Lisle"],
    ["les assemblées", "une assemblée"],
    ["qu’elle approuve", "approuver"],
    ["a-t-il voté", "A-t-il voté ?"],
    ['"plan à mobilité"', "Le plan à mobilité réduite"],
    ["coeur", "au cœur du sujet"],
    ["bruxelles", "la Région de Bruxelles-Capitale"],
  ] as const)
    it(`finds “${text}” when asked “${query}”`, async () => assert.equal(await finds(query, text), true))

  it("leaves out what is asked not to be there", async () =>
    assert.equal(await finds("budget -école", "Le budget de l’école"), false))

  it("keeps no word that says nothing", async () =>
    assert.equal(await ask("select fr_words($1)::text", ["Les mêmes à qui l’on était si cher"]), "'cher':9"))

  it("sorts É with E", async () =>
    assert.deepEqual(await ask("select array_agg(w order by w) from unnest($1::text[]) w", ["{Zut,École,Eau}"]), [
      "Eau",
      "École",
      "Zut",
    ]))
})
