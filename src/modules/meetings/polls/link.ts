import { z } from "zod"
import { type Secret, sign, verify } from "../../../kernel/secret.ts"
import type { OrganisationId } from "../../../kernel/rule.ts"

const PURPOSE = "polls.answer"
const claims = z.object({ o: z.uuid(), d: z.uuid(), p: z.uuid() })

/** The page where one person answers one poll, without an account. It ends with the poll. */
export const pollLink = (
  { origin, secret }: { origin: string; secret: Secret },
  { organisation, pollId, personId }: { organisation: string; pollId: string; personId: string },
): string => `${origin}/d/${sign(secret, PURPOSE, { o: organisation, d: pollId, p: personId }, null)}`

/** Who a link is, for which poll; undefined for one we did not sign. */
export const readPollLink = (secret: Secret, token: string, now: Temporal.Instant) => {
  const found = verify(secret, PURPOSE, token, now)
  const read = found.valid ? claims.safeParse(found.claims) : undefined
  return read?.success
    ? { organisation: read.data.o as OrganisationId, pollId: read.data.d, personId: read.data.p }
    : undefined
}
