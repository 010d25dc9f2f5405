import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { layOut } from "../../kernel/mail/layout.ts"
import { refuse } from "../../kernel/refusal.ts"
import { heldPdf } from "../../kernel/typeset/papers.ts"
import { languageOf } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"
import { holdsForPerson } from "../mandates/contract.ts"
import { type Composer, composes, queueLetters } from "../post/contract.ts"
import { heldSent } from "./events.ts"
import { heldPaper } from "./held-paper.ts"
import { readHeld } from "./read-held.ts"
import { findSubject, findSubjectToChange } from "./subject.ts"

/** Sends a person all that is held about them, at the address in their file: the answer to who asked by letter or by telephone. */
export const sendHeld = command({
  name: "privacy.sendHeld",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, given) => findSubjectToChange(personId, given),
  allow: holdsForPerson("privacy.manage"),
  async run({ subject, input: _, ...given }) {
    const email = (!subject.post_only && subject.email) || refuse("privacy.no_email", { name: subject.name })
    await queueLetters(
      [
        {
          kind: "privacy-held",
          bodyId: subject.body_id,
          personId: subject.person_id,
          means: "email",
          address: email,
          subject: say(languageOf(subject.language), "privacy.letter.subject", { body: subject.body_name }),
          content: {},
        },
      ],
      given,
    )
    return heldSent({ personId: subject.person_id, bodyId: subject.body_id, by: "email" })
  },
})

/** Composed when it leaves: it tells what is held on that day. */
const letter: Composer = async (sending, given) => {
  const subject = sending.person_id ? await findSubject(sending.person_id, given) : undefined
  if (!subject) return null
  const language = languageOf(subject.language)
  const held = await readHeld.run({
    subject,
    input: { personId: subject.person_id },
    ...given,
    actor: { ...given.actor, language },
  })
  const paper = heldPaper(held, dayOf(given.now), language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  return {
    subject: t("privacy.letter.subject", { body: subject.body_name }),
    to_name: subject.name,
    from_name: subject.body_name,
    attachments: [{ filename: "donnees.pdf", type: "application/pdf", key: sending.id, make: () => heldPdf(paper) }],
    ...layOut({
      lang: language,
      sender: subject.body_name,
      parts: [
        { kind: "heading", text: t("privacy.letter.heading") },
        { kind: "paragraph", text: t("privacy.letter.lead", { given: subject.given_name, body: subject.body_name }) },
        { kind: "paragraph", text: t("privacy.rights.lead", { body: subject.body_name }) },
      ],
      footer: { text: t("privacy.letter.footer", { body: subject.body_name }) },
    }),
  }
}

composes("privacy-held", letter)
