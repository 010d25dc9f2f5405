import { z } from "zod"
import { perform } from "../../../kernel/command.ts"
import type { Reply, Request } from "../../../kernel/http/route.ts"
import { parsed } from "../../../kernel/input.ts"
import { answer, type Json } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { readBallot } from "../read-ballot.ts"
import { castSealed } from "../secret/cast-sealed.ts"
import { codeKept } from "./code-kept.ts"
import { findLink } from "./find-link.ts"

const asked = z.object({ linkId: z.uuid(), ballotId: z.uuid() })
const given = asked.extend({ revision: z.int(), forId: z.uuid().optional(), ciphertext: z.string().max(4000) })

type Read = Awaited<ReturnType<typeof readBallot.run>>
export type ReadByLink = Pick<Read, "ballot" | "me" | "proxies" | "guarded" | "sealing">

/** For the typed client, as the acts of accounts are. */
export type LinkActs = { "votes.castByLink": { input: z.input<typeof given>; output: { ballotId: string } } }
export type LinkReads = { "votes.byLink": { input: z.input<typeof asked>; output: Json<ReadByLink> } }

/** A secret vote as its voter sees it by a link: the question and the urn, nothing of others. */
export const readByLink = async (request: Request): Promise<Reply> => {
  const { linkId, ballotId } = parsed(asked, request.query)
  const actor = await voterIn(ballotId, linkId, request)
  const { db, equipment } = request
  const { ballot, me, proxies, guarded, sealing } = await answer(readBallot, { ballotId }, { actor, db, equipment })
  return { body: { data: { ballot, me, proxies, guarded, sealing } satisfies ReadByLink } }
}

/** Lays a vote that was sealed in the voter's browser into the urn, as `votes.castSealed` does for those who sign in. */
export const castByLink = async (request: Request): Promise<Reply> => {
  const { linkId, ...input } = parsed(given, request.body)
  const actor = await voterIn(input.ballotId, linkId, request)
  const { db, equipment } = request
  const commandId = String(request.headers["x-command-id"] ?? "") || undefined
  return { body: { data: await perform(castSealed, input, { actor, db, equipment, commandId }) } }
}

/** Whoever has on this device the code of a link, of the operation that this vote is of. */
const voterIn = async (ballotId: string, linkId: string, request: Request) => {
  const code = codeKept(linkId, request)
  const link = code && (await findLink(code, request))
  if (!link || link.id !== linkId || !link.votes.some(({ ballot }) => ballot.id === ballotId))
    return refuse("not_found", {}, 404)
  return link.actor
}
