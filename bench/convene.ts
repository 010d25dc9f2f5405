// A convocation of 1 000 people, each letter with the agenda as PDF and an invitation for calendars, through the product as it
// is: command, queue, claim, composition, a real relay in a process of its own, receipts. Beside it, nodemailer's own rate: bench/mail.ts.
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
let sent = 0
for (let done = await post.send(); done.tried > 0; done = await post.send()) sent += done.tried
const ended = performance.now()
const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2)
console.log(
  `convened ${sent} people: command ${seconds(began, queued)} s, letters ${seconds(queued, ended)} s (aim 20 s)`,
)
console.log(`${Math.round((sent * 1000) / (ended - queued))} letters a second; ${await post.peer.count()} received`)
await post.stop()
await w.end()
