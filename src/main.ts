import { mkdir } from "node:fs/promises"
import { startApplication } from "./application.ts"
import { buildBrowserPart } from "./build.ts"
import { type Environment, environment } from "./kernel/environment.ts"
import { startDatabase } from "./kernel/postgres/launch.ts"
import { offerClaim } from "./modules/accounts/contract.ts"
import { sayOfRelay } from "./relay-at-start.ts"
import { startTrouble } from "./start-troubles.ts"
import { runVerb } from "./verbs.ts"

/** `npm start`: environment → database → modules → HTTP and worker, and Ctrl-C stops it all. */
const start = async (settings: Environment) => {
  const log = (line: string) => console.error(line)
  await mkdir(settings.dataDir, { recursive: true })
  await buildBrowserPart(log)
  const database = await startDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl, log })
  const application = await startApplication(database, settings, log)

  const stop = async () => {
    await application.stop()
    await database.stop()
    process.exit(0)
  }
  process.once("SIGINT", () => void stop())
  process.once("SIGTERM", () => void stop())

  console.log(`\n  Permanence est ouverte : ${application.url}\n`)
  const code = await offerClaim(application.db)
  if (code) console.log(`  Première visite : le code d’ouverture est ${code}\n`)
  await sayOfRelay(application.equipment.mailer, settings, log)
}

let settings: Environment | undefined
try {
  settings = environment(process.env)
  const [verb, ...rest] = process.argv.slice(2)
  if (verb) process.exit(await runVerb(verb, rest, settings))
  await start(settings)
} catch (error) {
  // A sentence for whoever typed the command; anything else is a bug and shows where.
  const sentence = startTrouble(error, process.env, settings)
  console.error(sentence ? `\n  ${sentence}\n` : error)
  process.exit(1)
}
