import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { recordExport } from "./make.ts"
import { lists } from "./tables-out.ts"

/** What lists there are to take away, and whether one may: pages that offer it ask here, by the rule that the file itself goes by. */
export const readExportRights = read({
  name: "exports.rights",
  input: z.object({ bodyId: z.uuid().optional() }),
  allow: isSignedIn,
  run: async ({ input: { bodyId }, ...given }) => ({
    lists,
    may: await may({ body_id: bodyId ?? null }, [recordExport], given),
  }),
})
