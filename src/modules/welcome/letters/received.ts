import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import type { Composer } from "../../post/contract.ts"
import type { Newcomer } from "../journey/newcomer.ts"
import { standingLink } from "../page/links.ts"
import { hoursToAnswer } from "../rules.ts"
import { letterTo, toldNewcomer, writeTo } from "./write.ts"

/** "Nous avons bien reçu": what we noted, who will answer and within how long, and the way to see where they stand. */
export const writeReceived = (newcomer: Newcomer, given: Circumstances) =>
  writeTo(newcomer, "welcome-received", {}, given)

export const receivedLetter: Composer = async (sending, given) => {
  const told = await toldNewcomer(sending, given.db)
  if (!told || (told.state !== "open" && told.state !== "paused")) return null
  const { language } = told
  const hours = await hoursToAnswer(told.body_id, given)
  const words = { body: told.body_name, hours }
  return letterTo(
    told,
    "welcome-received",
    [
      {
        kind: "paragraph",
        text: say(
          language,
          told.source === "site" ? "welcome.letter.received.lead" : "welcome.letter.received.met",
          words,
        ),
      },
      { kind: "paragraph", text: say(language, "welcome.letter.received.next", words) },
      {
        kind: "buttons",
        buttons: [
          { label: say(language, "welcome.letter.standing"), href: standingLink(given, told.organisation_id, told) },
        ],
      },
    ],
    { language, given },
  )
}
