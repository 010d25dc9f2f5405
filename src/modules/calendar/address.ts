import type { OrganisationId } from "../../kernel/rule.ts"
import { type Secret, sign, verify } from "../../kernel/secret.ts"

const PURPOSE = "calendar.feed"

/** Where a feed is read without sign-in. It never ends by itself: the row of the feed is what revokes it. */
export const feedAddress = (
  { origin, secret }: { origin: string; secret: Secret },
  feed: { organisation_id: string; id: string },
): string => `${origin}/agenda/${sign(secret, PURPOSE, [feed.organisation_id, feed.id], null)}.ics`

/** The feed an address names, if this installation made it. The signature is what proves the organisation. */
export const feedNamed = (
  token: string,
  { secret, now }: { secret: Secret; now: Temporal.Instant },
): { organisation: OrganisationId; id: string } | undefined => {
  const found = verify(secret, PURPOSE, token, now)
  if (!found.valid) return undefined
  const [organisation, id] = found.claims as [OrganisationId, string]
  return { organisation, id }
}
