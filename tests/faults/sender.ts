// A process that sends letters until it is killed: the worker's own loop, on the database and the relay it is told.
import { openEquipment } from "../../src/application.ts"
import { environment } from "../../src/kernel/environment.ts"
import { composes, deliverDue } from "../../src/modules/post/contract.ts"
import { loadWords } from "../../src/words.ts"

const { database, smtpUrl, dataDir, now } = JSON.parse(process.argv[2]!)
composes("test", async ({ address }) => ({ subject: "Essai", text: `Bonjour ${address}` }))
await loadWords()
const settings = environment({
  DATA_DIR: dataDir,
  SMTP_URL: smtpUrl,
  MAIL_FROM: "secretariat@lisle.example",
})
const { db, equipment } = await openEquipment(database, settings, () => {})
for (;;) await deliverDue({ db, equipment, now: () => Temporal.Instant.from(now), at_most: 20 })
