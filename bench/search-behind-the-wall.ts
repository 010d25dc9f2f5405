// Text search of one organisation among two, through the owner's function and without it. ROWS=1000000 takes some minutes.
import { env } from "node:process"
import type pg from "pg"
import { withClient } from "../src/kernel/postgres/bootstrap.ts"
import { testDatabase } from "../src/kernel/postgres/for-tests.ts"
import { fillScene, north, searchScene } from "../src/kernel/postgres/search-scene.ts"

const rows = Number(env.ROWS ?? 200_000)
const db = await testDatabase(await searchScene())
try {
  const filling = performance.now()
  await withClient(db.owner, (client) => fillScene(client, rows))
  console.log(`${rows} papers written and indexed: ${seconds(performance.now() - filling)} s`)
  await withClient(db.app, async (client) => {
    await client.query("select set_config('app.org', $1, false)", [north])
    await print(client, "through the function", "select * from search_papers('budgets école', 20)")
    await print(client, "a common word through it", "select * from search_papers('mobilité', 20)")
    await print(
      client,
      "plain, under the policy",
      "select id from papers where words @@ fr_query('budgets école') limit 20",
    )
  })
} finally {
  await db.drop()
}

async function print(client: pg.Client, name: string, sql: string) {
  const times: number[] = []
  for (let n = 0; n < 21; n++) {
    const started = performance.now()
    await client.query(sql)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  console.log(`${name}: median ${times[10]!.toFixed(2)} ms, worst ${times[20]!.toFixed(2)} ms`)
}

function seconds(ms: number) {
  return (ms / 1000).toFixed(1)
}
