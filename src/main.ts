import { mkdir } from "node:fs/promises"
import { startApplication } from "./application.ts"
import { buildBrowserPart } from "./build.ts"
import { environment, EnvironmentProblem, languageOf } from "./kernel/environment.ts"
import { startDatabase } from "./kernel/postgres/launch.ts"
import { RefusedStart } from "./kernel/postgres/refused-start.ts"
import { SecretProblem } from "./kernel/secret.ts"
import { offerClaim } from "./modules/accounts/contract.ts"
import { runVerb } from "./verbs.ts"

/** `npm start`: environment → database → modules → HTTP and worker, and Ctrl-C stops it all. */
const start = async () => {
  const settings = environment(process.env)
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
}

try {
  const [verb, ...rest] = process.argv.slice(2)
  if (verb) process.exit(await runVerb(verb, rest, environment(process.env)))
  await start()
} catch (error) {
  // A sentence for whoever typed the command; anything else is a bug and shows where.
  if (error instanceof RefusedStart) console.error(`\n  ${error.in(languageOf(process.env))}\n`)
  else if (error instanceof EnvironmentProblem || error instanceof SecretProblem)
    console.error(`\n  ${error.message}\n`)
  else console.error(error)
  process.exit(1)
}
