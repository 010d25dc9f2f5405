import { sql } from "kysely"
import type { Worker } from "../../kernel/job.ts"
import { announce } from "../../kernel/live.ts"
import { imapInbox } from "../../kernel/mail/fetch.ts"
import { pause } from "../../kernel/seal.ts"
import { receiveMail } from "./receive.ts"
import { deliverDue, held, LEASE } from "./deliver.ts"

/** Sends what leaves, as long as the process lives. */
export const courier: Worker = {
  name: "send letters",
  async run({ db, equipment, signal, log }) {
    const holding = setInterval(() => void hold(), 20_000)
    const hold = () =>
      held.size > 0 &&
      sql`select hold_sendings(${[...held]}::uuid[], ${Temporal.Now.instant().add(LEASE)})`
        .execute(db)
        .catch((error: Error) => log(`post: ${error.message}`))
    let troubles = 0
    while (!signal.aborted) {
      const done = await deliverDue({ db, equipment }).catch((error: Error) => {
        log(`post: ${error.message}`)
        return undefined
      })
      for (const organisation of done?.organisations ?? []) announce(equipment, organisation, "sendings")
      if (done?.relay_trouble !== undefined) log(`post: the relay is in trouble: ${done.relay_trouble}`)
      troubles = done === undefined || done.relay_trouble !== undefined ? troubles + 1 : 0
      // A relay that is away is asked again after 2, 4, 8… seconds, five minutes at most.
      if (troubles > 0) await pause(Math.min(1000 * 2 ** troubles, 300_000), signal)
      else if (!done?.tried) await pause(1000, signal)
    }
    clearInterval(holding)
  },
}

/** Follows the mailbox that answers and bounces come to, where IMAP_URL names one. */
export const postman: Worker = {
  name: "receive letters",
  async run({ db, equipment, signal, log }) {
    const { inbox } = equipment.office
    if (!inbox) return
    const following = imapInbox({
      imapUrl: inbox,
      deliver: async (message) => void (await receiveMail(message, { db, equipment })),
      trouble: (words) => log(`mailbox: ${words}`),
    })
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))
    await following.stop()
  },
}
