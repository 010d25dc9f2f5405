import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import type { Composer } from "../../post/contract.ts"
import type { Newcomer } from "../journey/newcomer.ts"
import { letterTo, toldNewcomer, writeTo } from "./write.ts"

/** Says that it was heard, what is kept, and how to have it gone at once. */
export const writeStopped = (newcomer: Newcomer, given: Circumstances) =>
  writeTo(newcomer, "welcome-stopped", {}, given)

export const stoppedLetter: Composer = async (sending, given) => {
  const told = await toldNewcomer(sending, given.db)
  if (!told || told.state !== "stopped") return null
  const { language } = told
  return letterTo(
    told,
    "welcome-stopped",
    [
      { kind: "paragraph", text: say(language, "welcome.letter.stopped.lead", { body: told.body_name }) },
      { kind: "paragraph", text: say(language, "welcome.letter.stopped.kept") },
    ],
    { language, given },
  )
}
