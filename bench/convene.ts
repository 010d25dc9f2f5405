// A convocation of 1 000 people, each letter with the agenda as PDF and an invitation for calendars, through the product as it
// is: command, queue, claim, composition, a real relay in a process of its own, receipts. After it, nodemailer alone with the very
// same letters, ready made, to the same relay: the ratio holds on a busy machine, processor time better than the clock.
import { createTransport } from "nodemailer"
import { composed } from "../src/kernel/mail/compose.ts"
import type { Letter } from "../src/kernel/mail/message.ts"
import { newId } from "../src/kernel/id.ts"
import { conveneMeeting } from "../src/modules/meetings/convocation/convene.ts"
import { assembly, withPost } from "../tests/letters.ts"
import { world } from "../tests/world.ts"

const PEOPLE = Number(process.env["PEOPLE"] ?? 1000)

const w = await world()
const post = await withPost(w)
await w.look(async (tx) => {
  for (let n = 0; n < PEOPLE; n++) {
    const id = newId()
    await tx
      .insertInto("people")
      .values({
        organisation_id: w.organisation,
        id,
        given_name: "Camille",
        family_name: `Personne ${n}`,
        email: `personne${n}@lisle.example`,
        phone: null,
        street: null,
        postcode: null,
        town: null,
        country: null,
        note: null,
        left_on: null,
      })
      .execute()
    await tx
      .insertInto("memberships")
      .values({
        organisation_id: w.organisation,
        id: newId(),
        person_id: id,
        body_id: w.lisle,
        ring: "member",
        since: Temporal.PlainDate.from("2025-01-01"),
        until: null,
        dues_until: null,
      })
      .execute()
  }
})
const meetingId = await assembly(w)
const began = performance.now()
await w.do(conveneMeeting, { meetingId }, w.people.amina)
const queued = performance.now()
const letters: Letter[] = []
const { send } = post.equipment.mailer
post.equipment.mailer.send = (letter) => (letters.push(letter), send(letter))
const alone = createTransport({ url: post.peer.url, pool: true, maxConnections: 5, maxMessages: 1000 })
const { from } = post.equipment.office
const warm = { to: { address: "warm@lisle.example" }, subject: "Essai", text: "é".repeat(9000), html: "é".repeat(9000) }
for (let n = 0; n < 200; n++)
  await alone.sendMail(await composed({ ...warm, message_id: `warm${n}@lisle.example` }, from))
const ours = await measured(async () => {
  for (let done = await post.send(); done.tried > 0; done = await post.send());
})
const received = (await post.peer.count()) - 200
const theirs = await measured(async () => {
  await Promise.all(letters.map(async (letter) => alone.sendMail(await composed(letter, from))))
})
alone.close()
const percent = (them: number, us: number) => `${Math.round((them / us) * 100)} %`
console.log(`convened ${letters.length} people: command ${seconds(queued - began)} s, ${received} letters received`)
console.log(`letters ${seconds(ours.ms)} s (aim 20 s), processor ${seconds(ours.cpu)} s`)
console.log(`nodemailer alone ${seconds(theirs.ms)} s, processor ${seconds(theirs.cpu)} s`)
console.log(
  `${percent(theirs.ms, ours.ms)} of its rate by the clock, ${percent(theirs.cpu, ours.cpu)} by processor (aim 80 %)`,
)
await post.stop()
await w.end()

async function measured(work: () => Promise<void>) {
  const [wall, spent] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(spent)
  return { ms: performance.now() - wall, cpu: (user + system) / 1000 }
}

function seconds(ms: number) {
  return (ms / 1000).toFixed(2)
}
