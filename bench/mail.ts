// Letters per second through the mailer, against nodemailer alone with the same letters, and the writing of their invitations.
// The relay is a process of its own on the same machine. Ratios in one run, in turns: machines are shared and noisy, so the
// processor time spent here is printed beside the wall time.
import { createTransport } from "nodemailer"
import { writeCalendar } from "../src/kernel/calendar/write.ts"
import { composed } from "../src/kernel/mail/compose.ts"
import type { Letter } from "../src/kernel/mail/message.ts"
import { mailer } from "../src/kernel/mail/send.ts"
import { startSmtpPeer } from "../tests/smtp-peer-client.ts"

const LETTERS = Number(process.env["LETTERS"] ?? 500)
const from = { name: "Section de Lisle", address: "secretariat@lisle.example" }
const agenda = new Uint8Array(60_000).fill(65)

const invitation = (n: number) => {
  const start = Temporal.ZonedDateTime.from("2026-03-20T19:00[Europe/Brussels]")
  const attendees = [{ address: `p${n}@lisle.example` }]
  const stamp = start.toInstant()
  return writeCalendar({
    method: "REQUEST",
    events: [
      {
        uid: "m@lisle.example",
        stamp,
        start,
        end: start.add({ hours: 2 }),
        summary: "Assemblée",
        organizer: from,
        attendees,
      },
    ],
  })
}
const letter = (n: number): Letter => ({
  to: { address: `p${n}@lisle.example` },
  subject: "Convocation",
  text: "Bonjour ".repeat(100),
  html: "<p>Bonjour</p>".repeat(100),
  message_id: `m${n}@lisle.example`,
  ics: { method: "REQUEST", content: invitation(n) },
  attachments: [{ filename: "ordre-du-jour.pdf", type: "application/pdf", content: agenda }],
})

async function measured(open: (url: string) => { send: (letter: Letter) => Promise<unknown>; close: () => void }) {
  const letters = Array.from({ length: LETTERS }, (_, n) => letter(n))
  const peer = await startSmtpPeer()
  const { send, close } = open(peer.url)
  const [wall, spent] = [performance.now(), process.cpuUsage()]
  await Promise.all(letters.map(send))
  const [ms, { user, system }] = [performance.now() - wall, process.cpuUsage(spent)]
  close()
  if ((await peer.count()) !== LETTERS) throw new Error("Letters were lost")
  await peer.stop()
  return { ms, cpu: (user + system) / 1000 }
}

const alone = (url: string) => {
  const transport = createTransport({ url, pool: true, maxConnections: 5, maxMessages: 1000 })
  return { send: async (one: Letter) => transport.sendMail(await composed(one, from)), close: () => transport.close() }
}
const ours = (url: string) => mailer({ smtpUrl: url, from })

const began = performance.now()
for (let n = 0; n < 1000; n++) invitation(n)
console.log(`1000 invitations written in ${Math.round(performance.now() - began)} ms`)
await measured(alone)
for (let turn = 1; turn <= 3; turn++) {
  const [them, us] = [await measured(alone), await measured(ours)]
  const rate = ({ ms }: { ms: number }) => `${Math.round((LETTERS / ms) * 1000)} letters/s`
  const ratio = (a: number, b: number) => `${Math.round((a / b) * 100)} %`
  console.log(
    `nodemailer ${rate(them)}, mailer ${rate(us)}: ${ratio(them.ms, us.ms)} by the clock, ${ratio(them.cpu, us.cpu)} by processor time`,
  )
}
