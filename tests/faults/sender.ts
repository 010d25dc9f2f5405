// A process that sends letters, by the worker's own loop, on the database and the relay it is told. It is killed at a given
// answer, with others under way: whoever watched from outside came too late on a busy machine, when all had left.
import { openEquipment } from "../../src/application.ts"
import { environment } from "../../src/kernel/environment.ts"
import { composes, deliverDue } from "../../src/modules/post/contract.ts"
import { loadWords } from "../../src/words.ts"

const { database, smtpUrl, dataDir, now, after } = JSON.parse(process.argv[2]!)
composes("test", async ({ address }) => ({ subject: "Essai", text: `Bonjour ${address}` }))
await loadWords()
const settings = environment({
  DATA_DIR: dataDir,
  SMTP_URL: smtpUrl,
  MAIL_FROM: "secretariat@lisle.example",
})
const { db, equipment } = await openEquipment(database, settings, () => {})
const { send } = equipment.mailer
let answers = 0
equipment.mailer.send = async (letter) => {
  const receipt = await send(letter)
  if (++answers === after) process.kill(process.pid, "SIGKILL")
  return receipt
}
for (;;) await deliverDue({ db, equipment, now: () => Temporal.Instant.from(now), at_most: 20 })
