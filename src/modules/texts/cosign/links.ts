import { z } from "zod"
import { type Secret, sign, verify } from "../../../kernel/secret.ts"

const PURPOSE = "texts.cosign"
const claims = z.object({ o: z.uuid(), c: z.uuid() })

/** The page where one person signs one text with us, without an account, until the end of the last day. */
export const cosignLink = (
  { origin, secret }: { origin: string; secret: Secret },
  {
    organisation,
    cosignatureId,
    until,
    zone,
  }: { organisation: string; cosignatureId: string; until: Temporal.PlainDate; zone: string },
): string => {
  const expires = until.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return `${origin}/a/${sign(secret, PURPOSE, { o: organisation, c: cosignatureId }, expires)}`
}

/** Whose answer a link is; undefined for one that expired, or that we did not sign. */
export const cosignatureOfLink = (secret: Secret, token: string, now: Temporal.Instant) => {
  const found = verify(secret, PURPOSE, token, now)
  const read = found.valid ? claims.safeParse(found.claims) : undefined
  return read?.success ? { organisation: read.data.o, cosignatureId: read.data.c } : undefined
}
