import { z } from "zod"
import type { OrganisationId } from "../../../kernel/rule.ts"
import { type Secret, sign, verify } from "../../../kernel/secret.ts"

type Ours = { origin: string; secret: Secret }
const CONFIRM = "welcome.confirm"
const STANDING = "welcome.standing"
const confirmClaims = z.object({ o: z.uuid(), n: z.uuid() })
const standingClaims = z.object({ o: z.uuid(), n: z.uuid(), v: z.int() })

/** Where somebody confirms that the address is theirs. It ends with the row it confirms, seven days after. */
export const confirmLink = ({ origin, secret }: Ours, organisation: string, newcomerId: string): string =>
  `${origin}/c/${sign(secret, CONFIRM, { o: organisation, n: newcomerId }, null)}`

/** Where a newcomer sees where they stand, until the number of their links changes. */
export const standingLink = (
  { origin, secret }: Ours,
  organisation: string,
  { id, link_number }: { id: string; link_number: number },
): string => `${origin}/n/${sign(secret, STANDING, { o: organisation, n: id, v: link_number }, null)}`

export const readConfirmLink = (secret: Secret, token: string, now: Temporal.Instant) => {
  const found = verify(secret, CONFIRM, token, now)
  const read = found.valid ? confirmClaims.safeParse(found.claims).data : undefined
  return read && { organisation: read.o as OrganisationId, newcomerId: read.n }
}

export const readStandingLink = (secret: Secret, token: string, now: Temporal.Instant) => {
  const found = verify(secret, STANDING, token, now)
  const read = found.valid ? standingClaims.safeParse(found.claims).data : undefined
  return read && { organisation: read.o as OrganisationId, newcomerId: read.n, number: read.v }
}

/** The public address of a body's page. */
export const pageLink = (origin: string, slug: string): string => `${origin}/accueil/${slug}`
