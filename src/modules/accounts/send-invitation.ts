import { layOut } from "../../kernel/mail/layout.ts"
import type { Letter } from "../../kernel/mail/message.ts"
import { noRelay } from "../../kernel/mail/send.ts"
import { messageId } from "../../kernel/mail/token.ts"
import { after } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { say } from "../../words.ts"
import { isExample } from "../post/contract.ts"
import { personInvited } from "./invite.ts"

/** The letter holds no secret, only where to go: there the person asks for a link to the same address. */
export const writeInvitation = after(personInvited, "write to the person invited", async (facts, given) => {
  const letter = await letterOf(facts, given)
  if (!letter) return
  const mailer = (await isExample(given.db)) ? noRelay() : given.mailer
  const { state, server_answer } = await mailer.send(letter)
  if (state === "deferred") throw new Error(server_answer)
  if (state === "kept") given.print(`\n  ${letter.subject} (${letter.to.address})\n  ${given.origin}/entrer\n`)
})

const letterOf = async (
  { personId, invitedBy }: { personId: string; invitedBy: string | null },
  { db, origin, actor }: Circumstances,
): Promise<Letter | undefined> => {
  const people = await db
    .selectFrom("people")
    .select(["id", "given_name", "family_name", "email", "language"])
    .where("id", "in", [personId, invitedBy ?? personId])
    .execute()
  const person = people.find(({ id }) => id === personId)
  if (!person?.email) return undefined
  const by = people.find(({ id }) => id === invitedBy)
  const { name } = await db.selectFrom("organisations").select("name").executeTakeFirstOrThrow()
  const language = person.language === "en" ? "en" : "fr"
  const subject = say(language, "accounts.invitation.subject", { organisation: name })
  const { html, text } = layOut({
    lang: language,
    sender: name,
    parts: [
      { kind: "heading", text: subject },
      {
        kind: "paragraph",
        text: by
          ? say(language, "accounts.invitation.by", {
              given: person.given_name,
              by: `${by.given_name} ${by.family_name}`,
              organisation: name,
            })
          : say(language, "accounts.invitation.words", { given: person.given_name, organisation: name }),
      },
      {
        kind: "buttons",
        buttons: [
          {
            label: say(language, "accounts.invitation.button"),
            href: `${origin}/entrer?${new URLSearchParams({ courriel: person.email })}`,
          },
        ],
      },
      { kind: "note", text: say(language, "accounts.invitation.note") },
    ],
    footer: { text: say(language, "accounts.invitation.footer", { organisation: name }) },
  })
  const event = actor.triggeredBy ?? personId
  return {
    to: { name: `${person.given_name} ${person.family_name}`, address: person.email },
    from_name: name,
    subject,
    html,
    text,
    message_id: messageId(event.replaceAll("-", ""), new URL(origin).hostname),
    automatic: true,
  }
}
