// A Permanence of its own on the database it is told, where somebody asks for the example; killed by example-killed.test.ts.
import { startApplication } from "../../src/application.ts"
import { environment } from "../../src/kernel/environment.ts"

const { database, dataDir } = JSON.parse(process.argv[2]!)
const settings = environment({ DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" })
const { url } = await startApplication(database, settings, () => {})
process.stdout.write(`${url}\n`)
