import { z } from "zod"
import { type Secret, sign, verify } from "../../../kernel/secret.ts"

const PURPOSE = "skills.sheet"
const claims = z.object({ o: z.uuid(), s: z.uuid() })

/** The page where one person fills in one sheet, without an account. It lasts as long as the sheet, and as they are of the body. */
export const sheetLink = (
  { origin, secret }: { origin: string; secret: Secret },
  { organisation, sheetId }: { organisation: string; sheetId: string },
): string => `${origin}/s/${sign(secret, PURPOSE, { o: organisation, s: sheetId }, null)}`

/** Which sheet a link is of; undefined for one we did not sign. */
export const sheetOfLink = (secret: Secret, token: string, now: Temporal.Instant) => {
  const found = verify(secret, PURPOSE, token, now)
  const read = found.valid ? claims.safeParse(found.claims) : undefined
  return read?.success ? { organisation: read.data.o, sheetId: read.data.s } : undefined
}
