import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findSeenText } from "../seen.ts"
import { addTextSource } from "./add-source.ts"
import { removeTextSource } from "./remove-source.ts"
import { renewText } from "./renew.ts"
import { sourcesOf } from "./sources-of.ts"
import { usedIn } from "./used-in.ts"

/** Beside the words of a sheet: where it comes from, until when it holds, where it serves. */
export const readSheet = read({
  name: "texts.readSheet",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: isSignedIn,
  async run({ input: { textId }, subject, ...given }) {
    return {
      valid_until: subject.valid_until,
      confidential: subject.confidential,
      sources: await sourcesOf(textId, given),
      uses: await usedIn(textId, given),
      may: await may(subject, [addTextSource, removeTextSource, renewText], given),
    }
  },
})
