// An app that writes as fast as it can and says what was acknowledged; killed by kill.test.ts. Argument: the data folder.
import { argv, stdout } from "node:process"
import pg from "pg"
import { startDatabase } from "../../src/kernel/postgres/launch.ts"

const database = await startDatabase({ dataDir: argv[2]! })
const pool = new pg.Pool({ ...database.owner, max: 4 })
pool.on("error", () => {})
await pool.query("create table if not exists writes (id bigint generated always as identity primary key, text text)")

// A line on a pipe is written at once: what the test has read was committed before.
stdout.write("ready\n")
await Promise.all([1, 2, 3, 4].map(write))

async function write() {
  for (;;) {
    const { rows } = await pool.query("insert into writes (text) values (repeat('présence ', 50)) returning id")
    stdout.write(`${rows[0].id}\n`)
  }
}
