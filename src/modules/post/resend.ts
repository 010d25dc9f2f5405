import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { queueLetters } from "./queue.ts"
import { findSending } from "./seen.ts"

export const letterResent = event<{ sendingId: string; againId: string }>()("sendings.resent")

/** Sends a letter anew, to the address mended meanwhile or to another one. The first stays as it was, as proof. */
export const resendLetter = command({
  name: "sendings.resend",
  input: z.object({ sendingId: z.uuid(), address: z.email().max(254).nullish() }),
  find: ({ sendingId }, { db }) => findSending(sendingId, db, true),
  allow: holds("meetings.convene"),
  async run({ input, subject: sending, ...given }) {
    if (sending.means === "post" || !["refused", "given_up", "unknown", "bounced", "kept"].includes(sending.state))
      refuse("sendings.not_to_resend")
    if (sending.again_id) refuse("sendings.already_resent")
    const address = await addressToday(sending, given)
    // The letter may carry what its reader alone may read: whoever may not read it does not send it elsewhere.
    const isElsewhere = input.address && input.address.toLowerCase() !== address.toLowerCase()
    if (isElsewhere && !(await holds("confidential.read")(sending, given))) refuse("sendings.other_address", {}, 403)
    const [againId] = await queueLetters(
      [
        {
          kind: sending.kind,
          bodyId: sending.body_id,
          personId: sending.person_id,
          meetingId: sending.meeting_id,
          taskId: sending.task_id,
          means: "email",
          address: input.address ?? address,
          subject: sending.subject,
          content: sending.content,
        },
      ],
      given,
    )
    await given.db.updateTable("sendings").set({ again_id: againId! }).where("id", "=", sending.id).execute()
    return letterResent({ sendingId: sending.id, againId: againId! })
  },
})

const addressToday = async (
  sending: { person_id: string | null; address: string },
  { db }: { db: Parameters<typeof findSending>[1] },
): Promise<string> => {
  const person = sending.person_id
    ? await db.selectFrom("people").select("email").where("id", "=", sending.person_id).executeTakeFirst()
    : undefined
  return person?.email ?? sending.address
}
