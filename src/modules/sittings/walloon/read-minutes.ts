import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import { findSeenSitting } from "../seen.ts"
import { approveMinutes } from "./approve-minutes.ts"
import { compareMinutes } from "./compare-minutes.ts"
import { comparedOf } from "./compared-of.ts"
import type { Difference } from "./differences.ts"

/** The minutes the assembly drew up beside what we noted: where they differ, and the remark to make. */
export const readTheirMinutes = read({
  name: "sittings.theirMinutes",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input: _, subject, ...given }) {
    const compared = await comparedOf(subject, given)
    const { language } = given.actor
    const said = compared.differences.map((one) => inWords(one, language))
    return {
      ...compared,
      said,
      remark: said.length > 0 ? [format(language, "sittings.minutes.remark.lead"), ...said].join("\n– ") : null,
      may: await may(subject, [compareMinutes, approveMinutes], given),
    }
  },
})

const inWords = (one: Difference, language: Language): string => {
  const say = (key: string) => format(language, key)
  if (one.kind === "outcome")
    return format(language, "sittings.minutes.differs.outcome", {
      title: one.title,
      ours: say(`sittings.outcome.${one.ours}`),
      theirs: say(`sittings.outcome.${one.theirs}`),
    })
  if (one.kind === "name_lacks" || one.kind === "name_wrong")
    return format(language, `sittings.minutes.differs.${one.kind}`, {
      title: one.title,
      name: one.name,
      vote: say(`sittings.voted.${one.vote}`),
    })
  if (one.kind === "figures")
    return format(language, "sittings.minutes.differs.figures", {
      title: one.title,
      ours: one.ours,
      theirs: one.theirs,
    })
  return format(language, `sittings.minutes.differs.${one.kind}`, { title: one.title })
}
