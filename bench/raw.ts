// What PostgreSQL gives on this machine without us: bare inserts each in its transaction, and "select 1", eight at a time.
import pg from "pg"
import { migrations } from "../src/application.ts"
import { testDatabase } from "../src/kernel/postgres/for-tests.ts"

const CLIENTS = 8
const SECONDS = Number(process.env["SECONDS"] ?? 3)
const database = await testDatabase(await migrations())
const pool = new pg.Pool({ ...database.owner, max: CLIENTS })
await pool.query("create table bare (id bigint generated always as identity primary key, words text)")

const rate = async (text: string) => {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const ask = async () => {
    for (; performance.now() < end; done++) await pool.query(text)
  }
  await Promise.all(Array.from({ length: CLIENTS }, ask))
  return Math.round(done / SECONDS)
}

console.table([
  { what: "bare inserts", "per second": await rate("insert into bare (words) values ('mesure')") },
  { what: "select 1", "per second": await rate("select 1") },
])
await pool.end()
await database.drop()
