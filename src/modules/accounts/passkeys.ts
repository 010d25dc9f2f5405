import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server"
import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { newId } from "../../kernel/id.ts"
import { line, parsed } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { limitAttempts } from "./attempts.ts"
import { knowDevice } from "./new-device.ts"
import { ask, note, own } from "./own.ts"
import { factorRemoved, factorSet } from "./second-factor.ts"
import { COOKIE, hashOf, sessionOf, signIn } from "./session.ts"

export type Passkey = {
  id: string
  credential_id: string
  transports: string[]
  name: string
  created_at: Temporal.Instant
  used_at: Temporal.Instant | null
}

/** Browsers make passkeys for names only, not for numbers, and without https only for localhost. */
export const canHavePasskeys = (origin: string): boolean => {
  const { hostname, protocol } = new URL(origin)
  return !/^[\d.]+$|^\[/.test(hostname) && (protocol === "https:" || hostname === "localhost")
}

/** The question a browser puts to the device that will hold the new passkey. */
export const proposePasskey = own(
  { input: z.object({}), strong: true },
  async ({ session, request: { db, equipment } }) => {
    const email = await ask<string>(sql`select account_address(${session.accountId}) as value`, db)
    const { rows } = await sql<Passkey>`select * from passkey_list(${session.accountId})`.execute(db)
    const options = await generateRegistrationOptions({
      rpName: "Permanence",
      rpID: new URL(equipment.origin).hostname,
      userName: email,
      userDisplayName: email,
      userID: new TextEncoder().encode(session.accountId),
      excludeCredentials: rows.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      // EdDSA, ES256, RS256: the library also offers ML-DSA by default, which no device we know of checks yet.
      supportedAlgorithmIDs: ALGORITHMS,
    })
    await keepChallenge(options.challenge, session.accountId, db)
    return { options }
  },
)

export const addPasskey = own(
  { input: z.object({ name: line(80), response: z.record(z.string(), z.unknown()) }), strong: true },
  async (it) => {
    const { input, session, request } = it
    const { db, equipment } = request
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: input.response as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(challenge, session.accountId, db),
      expectedOrigin: equipment.origin,
      expectedRPID: new URL(equipment.origin).hostname,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(asRefusal)
    if (!verified || !registrationInfo) return refuse("accounts.wrong_passkey", {}, 403)
    const { id, publicKey, counter, transports } = registrationInfo.credential
    await sql`select passkey_add(${newId()}, ${session.accountId}, ${id}, ${Buffer.from(publicKey)}, ${counter}, ${transports ?? []}::text[], ${input.name})`.execute(
      db,
    )
    await sql`select session_strengthen(${session.id})`.execute(db)
    await note(factorSet({ kind: "passkey" }), it)
    return {}
  },
)

export const renamePasskey = own(
  { input: z.object({ passkeyId: z.uuid(), name: line(80) }) },
  async ({ input, session, request: { db } }) => {
    const done = await ask(
      sql`select passkey_rename(${input.passkeyId}, ${session.accountId}, ${input.name}) as value`,
      db,
    )
    if (!done) refuse("not_found", {}, 404)
    return {}
  },
)

export const removePasskey = own({ input: z.object({ passkeyId: z.uuid() }), strong: true }, async (it) => {
  const { input, session, request } = it
  if (!(await ask(sql`select passkey_remove(${input.passkeyId}, ${session.accountId}) as value`, request.db)))
    refuse("not_found", {}, 404)
  await note(factorRemoved({ kind: "passkey" }), it)
  return {}
})

/** The question put to whoever comes to the sign-in page; it names nobody, the passkey itself says whose it is. */
export const askPasskey = async ({ ip, db, equipment }: Request): Promise<Reply> => {
  if (!canHavePasskeys(equipment.origin)) return { body: { data: { options: null } } }
  await limitAttempts({ kind: "passkey", subject: ip, most: 200, minutes: 15 }, db)
  const options = await generateAuthenticationOptions({
    rpID: new URL(equipment.origin).hostname,
    userVerification: "required",
  })
  await keepChallenge(options.challenge, null, db)
  return { body: { data: { options } } }
}

/** Signs in by a passkey, which is both factors: something held, and the finger or the code that opens it. */
export const openPasskey = async ({ body, cookies, headers, ip, db, equipment }: Request): Promise<Reply> => {
  const { response: raw } = parsed(z.object({ response: z.record(z.string(), z.unknown()) }), body)
  await limitAttempts({ kind: "open_passkey", subject: ip, most: 60, minutes: 15 }, db)
  const response = raw as unknown as AuthenticationResponseJSON
  const { rows } = await sql<{ account_id: string; public_key: Buffer; counter: bigint; transports: string[] }>`
    select * from passkey_find(${String(response.id)})`.execute(db)
  const known = rows[0] ?? refuse("accounts.wrong_passkey", {}, 403)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(challenge, null, db),
    expectedOrigin: equipment.origin,
    expectedRPID: new URL(equipment.origin).hostname,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(known.public_key),
      counter: Number(known.counter),
      transports: known.transports,
    },
  }).catch(asRefusal)
  if (!verified) refuse("accounts.wrong_passkey", {}, 403)
  await sql`select passkey_used(${response.id}, ${authenticationInfo!.newCounter})`.execute(db)

  const session = await sessionOf(cookies[COOKIE], db)
  if (session?.accountId === known.account_id) {
    await sql`select session_strengthen(${session.id})`.execute(db)
    return { body: { data: {} } }
  }
  const agent = String(headers["user-agent"] ?? "")
  const opened = await signIn({ accountId: known.account_id, agent, origin: equipment.origin, strong: true }, db)
  const device = await knowDevice({ accountId: known.account_id, cookies, agent }, { db, equipment })
  return { headers: { "set-cookie": [opened.session, device] }, body: { data: {} } }
}

const ALGORITHMS = [-8, -7, -257]

const keepChallenge = (challenge: string, accountId: string | null, db: Db) =>
  sql`select challenge_keep(${hashOf(challenge)}, ${accountId}::uuid, now() + interval '5 minutes')`.execute(db)

const takeChallenge = (challenge: string, accountId: string | null, db: Db) =>
  ask<boolean | null>(sql`select challenge_take(${hashOf(challenge)}, ${accountId}::uuid) as value`, db).then(Boolean)

// What the library throws is about what the browser sent: a wrong answer, not a fault of ours.
const asRefusal = (): never => refuse("accounts.wrong_passkey", {}, 403)
