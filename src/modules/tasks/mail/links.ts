import { z } from "zod"
import { type Secret, sign, verify } from "../../../kernel/secret.ts"

const PURPOSE = "tasks.done"
const claims = z.object({ o: z.uuid(), t: z.uuid(), p: z.uuid() })

/** Who says, of which task, where. */
export type TaskLink = { organisation: string; taskId: string; personId: string }

/** The page where one person says that one task is done, without an account. Whoever hands the task over ends it. */
export const doneLink = (
  { origin, secret }: { origin: string; secret: Secret },
  { organisation, taskId, personId }: TaskLink,
): string => `${origin}/t/${sign(secret, PURPOSE, { o: organisation, t: taskId, p: personId }, null)}`

/** What a link is about; undefined for one we did not sign. */
export const taskOfLink = (secret: Secret, token: string, now: Temporal.Instant): TaskLink | undefined => {
  const found = verify(secret, PURPOSE, token, now)
  const read = found.valid ? claims.safeParse(found.claims) : undefined
  return read?.success ? { organisation: read.data.o, taskId: read.data.t, personId: read.data.p } : undefined
}
