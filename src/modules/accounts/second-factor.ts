import { randomInt } from "node:crypto"
import { sql } from "kysely"
import { Secret, TOTP } from "otpauth"
import { encode } from "uqr"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import { event } from "../../kernel/event.ts"
import { refuse } from "../../kernel/refusal.ts"
import { decryptField, encryptField } from "../../kernel/secret.ts"
import { limitAttempts } from "./attempts.ts"
import { ask, note, own } from "./own.ts"
import { hashOf } from "./session.ts"

export const factorSet = event<{ kind: string }>()("accounts.factorSet")
export const factorRemoved = event<{ kind: string }>()("accounts.factorRemoved")

const PERIOD = 30
const typed = z.object({ code: z.string().trim().min(1).max(40) })

/** A secret for a phone, as a picture and as text. It counts for nothing until a code made from it comes back. */
export const proposeFactor = own(
  { input: z.object({}), strong: true },
  async ({ session, request: { db, equipment } }) => {
    const secret = new Secret({ size: 20 }).base32
    const sealed = encryptField(equipment.secret, session.accountId, PLACE, secret)
    if (!(await ask(sql`select factor_propose(${session.accountId}, ${sealed}) as value`, db)))
      refuse("accounts.factor_stands")
    const uri = await generator(secret, session.accountId, { db, equipment }).then((totp) => totp.toString())
    return { secret: secret.replaceAll(/(.{4})(?=.)/g, "$1 "), uri, picture: pictureOf(uri) }
  },
)

/** The first code proves that the phone has the secret; the recovery codes are shown this once. */
export const confirmFactor = own({ input: typed, strong: true }, async (it) => {
  await mustBeRight(it)
  const { session, request } = it
  await sql`select session_strengthen(${session.id})`.execute(request.db)
  await note(factorSet({ kind: "code" }), it)
  return { recovery: await renewed(session.accountId, request.db) }
})

/** The second factor, given to a session that lacks it: six digits, or a recovery code, which serves once. */
export const giveFactor = own({ input: typed }, async (it) => {
  const { input, session, request } = it
  if (/^[\d\s]+$/.test(input.code)) await mustBeRight(it)
  else {
    await limitCodes(session.accountId, request.db)
    const hash = hashOf(input.code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""))
    if (!(await ask(sql`select recovery_use(${session.accountId}, ${hash}) as value`, request.db)))
      refuse("accounts.wrong_factor", {}, 403)
  }
  await sql`select session_strengthen(${session.id})`.execute(request.db)
  return {}
})

export const removeFactor = own({ input: z.object({}), strong: true }, async (it) => {
  await sql`select factor_remove(${it.session.accountId})`.execute(it.request.db)
  await note(factorRemoved({ kind: "code" }), it)
  return {}
})

export const renewRecovery = own({ input: z.object({}), strong: true }, async ({ session, request: { db } }) => ({
  recovery: await renewed(session.accountId, db),
}))

const PLACE = "second_factors:secret"

type Given = { input: { code: string }; session: { accountId: string }; request: { db: Db; equipment: Equipment } }

const mustBeRight = async ({ input, session: { accountId }, request: { db, equipment } }: Given): Promise<void> => {
  await limitCodes(accountId, db)
  const { rows } = await sql<{ secret: string }>`select * from factor_of(${accountId})`.execute(db)
  const { secret: sealed } = rows[0] ?? refuse("accounts.wrong_factor", {}, 403)
  const totp = await generator(decryptField(equipment.secret, accountId, PLACE, sealed), accountId, { db, equipment })
  const timestamp = Date.now()
  // One step either side: phones drift by half a minute.
  const delta = totp.validate({ token: input.code.replaceAll(/\s/g, ""), timestamp, window: 1 })
  if (delta === null) refuse("accounts.wrong_factor", {}, 403)
  const step = totp.counter({ timestamp }) + delta!
  if (!(await ask(sql`select factor_use(${accountId}, ${step}) as value`, db))) refuse("accounts.factor_used", {}, 403)
}

// Ten tries of a million codes, three of which are right at any time, each quarter of an hour.
const limitCodes = (accountId: string, db: Db) =>
  limitAttempts({ kind: "factor", subject: accountId, most: 10, minutes: 15 }, db)

const generator = async (secret: string, accountId: string, { db, equipment }: { db: Db; equipment: Equipment }) =>
  new TOTP({
    issuer: new URL(equipment.origin).hostname,
    label: await ask<string>(sql`select account_address(${accountId}) as value`, db),
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: PERIOD,
  })

// Each dark square of the picture as a path, so that the page draws it without markup from outside.
const pictureOf = (text: string): { size: number; path: string } => {
  const { size, data } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("")
  return { size, path }
}

// Without the letters and digits that people mix up.
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

const renewed = async (accountId: string, db: Db): Promise<string[]> => {
  const codes = Array.from({ length: 8 }, () =>
    Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  )
  await sql`select recovery_renew(${accountId}, ${codes.map(hashOf)}::bytea[])`.execute(db)
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}
