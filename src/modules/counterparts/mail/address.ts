import { plusAddress } from "../../../kernel/mail/token.ts"
import { blindIndex, type Secret } from "../../../kernel/secret.ts"
import type { Circumstances, OrganisationId } from "../../../kernel/rule.ts"

const PREFIX = "copie"

/**
 * What stands after the plus in the address of a file: which file, and proof that we gave the address, since the id of a body
 * stands in every link. It proves nothing of who writes.
 */
export const tokenOfFile = (bodyId: string, organisation: string, secret: Secret): string =>
  `${PREFIX}${bodyId.replaceAll("-", "")}${proof(bodyId, organisation, secret)}`

/** The body whose file an address may be of; `isOurs` says whether it is. */
export const bodyOfToken = (token: string): string | undefined => {
  const [, hex] = new RegExp(`^${PREFIX}([0-9a-f]{32})[0-9a-f]{16}$`).exec(token) ?? []
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

export const isOurs = (token: string, organisation: OrganisationId, secret: Secret): boolean => {
  const bodyId = bodyOfToken(token)
  return bodyId !== undefined && token === tokenOfFile(bodyId, organisation, secret)
}

/** The address to put in copy, where a mailbox is read; null otherwise. */
export const addressOfFile = (bodyId: string, { office, actor, secret }: Circumstances): string | null =>
  office.inbox && office.hasSender
    ? plusAddress(tokenOfFile(bodyId, actor.organisation, secret), office.from.address)
    : null

const proof = (bodyId: string, organisation: string, secret: Secret): string =>
  Buffer.from(blindIndex(secret, organisation, "exchanges:copies", bodyId), "base64url")
    .toString("hex")
    .slice(0, 16)
