import { say } from "../../../words.ts"
import { type Composer } from "../../post/contract.ts"
import { confirmLink } from "../page/links.ts"
import { letterTo, toldNewcomer } from "./write.ts"

/** Asks whether the address is theirs: until they say so, nobody reads what they wrote. */
export const confirmLetter: Composer = async (sending, given) => {
  const told = await toldNewcomer(sending, given.db)
  if (!told || told.state !== "unconfirmed") return null
  const { language } = told
  return letterTo(
    told,
    "welcome-confirm",
    [
      { kind: "paragraph", text: say(language, "welcome.letter.confirm.lead", { body: told.body_name }) },
      {
        kind: "buttons",
        buttons: [
          {
            label: say(language, "welcome.letter.confirm.act"),
            href: confirmLink(given, told.organisation_id, told.id),
          },
        ],
      },
      { kind: "note", text: say(language, "welcome.letter.confirm.otherwise") },
    ],
    { language, given },
  )
}
