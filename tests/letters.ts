import { mailer } from "../src/kernel/mail/send.ts"
import { addItem } from "../src/modules/meetings/agenda/add.ts"
import { conveneMeeting } from "../src/modules/meetings/convocation/convene.ts"
import { prepareMeeting } from "../src/modules/meetings/prepare.ts"
import { deliverDue, mailboxOf, postOffice } from "../src/modules/post/contract.ts"
import { type SmtpPeer, startSmtpPeer } from "./smtp-peer-client.ts"
import type { World } from "./world.ts"

const FROM = "Secrétariat de Lisle <secretariat@lisle.example>"

/** A world whose letters go to a real mail server: `send()` does what the worker does, once, at a time of the test's choosing. */
export const withPost = async (w: World, options: Parameters<typeof startSmtpPeer>[0] & { patience?: number } = {}) => {
  const { patience = 5000, ...ofPeer } = options
  const peer: SmtpPeer = await startSmtpPeer(ofPeer)
  const equipment = {
    ...w.equipment,
    mailer: mailer({ smtpUrl: peer.url, from: mailboxOf(FROM), patience }),
    office: postOffice({ mailFrom: FROM, imapUrl: undefined, origin: w.equipment.origin }),
  }
  return {
    peer,
    equipment,
    send: (now = w.now, more: { at_most?: number; at_once?: number } = {}) =>
      deliverDue({ db: w.db, equipment, now: () => now, ...more }),
    async stop() {
      equipment.mailer.close()
      await peer.stop()
    },
  }
}

/** An assembly of Lisle that Amina has prepared, with two items: ready to be convened. */
export const assembly = async (w: World, { key = "ordinary-assembly", day = "2026-05-21" } = {}): Promise<string> => {
  const type = await w.look((tx) =>
    tx
      .selectFrom("meeting_types")
      .select("id")
      .where("body_id", "=", w.lisle)
      .where("key", "=", key)
      .executeTakeFirstOrThrow(),
  )
  const { meetingId } = await w.do(
    prepareMeeting,
    {
      bodyId: w.lisle,
      typeId: type.id,
      title: "Assemblée de printemps",
      day,
      at: "19:30",
      place: "Salle des Tanneurs",
    },
    w.people.amina,
  )
  const item = { meetingId, title: "Piétonnisation de la place", purpose: "discuss", minutes: 25 }
  await w.do(addItem, item, w.people.amina)
  return meetingId
}

/** The same, convened, its letters delivered. */
export const convenedAssembly = async (w: World, post: { send: () => Promise<unknown> }): Promise<string> => {
  const meetingId = await assembly(w)
  await w.do(conveneMeeting, { meetingId }, w.people.amina)
  await post.send()
  return meetingId
}
