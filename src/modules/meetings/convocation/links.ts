import { sign, verify, type Secret } from "../../../kernel/secret.ts"
import { z } from "zod"

const PURPOSE = "meetings.answer"
const claims = z.object({ o: z.uuid(), i: z.uuid() })

/** The page where one person answers one invitation, without an account. It ends with the invitation, not by itself. */
export const answerLink = (
  { origin, secret }: { origin: string; secret: Secret },
  { organisation, invitationId }: { organisation: string; invitationId: string },
  answer?: "present" | "excused" | "proxy",
): string =>
  `${origin}/r/${sign(secret, PURPOSE, { o: organisation, i: invitationId }, null)}${answer ? `?${answer}` : ""}`

/** Whose invitation a link is; undefined for one we did not sign. */
export const invitationOfLink = (secret: Secret, token: string, now: Temporal.Instant) => {
  const found = verify(secret, PURPOSE, token, now)
  const read = found.valid ? claims.safeParse(found.claims) : undefined
  return read?.success ? { organisation: read.data.o, invitationId: read.data.i } : undefined
}
