import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { signaturePicture } from "../../../kernel/file/signature-picture.ts"
import { read } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { type Circumstances, isSignedIn, rule } from "../../../kernel/rule.ts"
import { signatureForgotten, signatureKept } from "../events.ts"

const MOST_BYTES = 1_500_000

const oneself = (_input: unknown, { actor, db }: Circumstances) =>
  db.selectFrom("people").select("id").where("id", "=", actor.personId!).forUpdate().executeTakeFirst()

/** In the browser, oneself: what signs for somebody is in nobody else’s hand, nor in a program’s. */
const isOneself = rule<{ id: string }>(
  "isOneself",
  ({ id }, { actor }) => actor.via === "session" && actor.personId === id,
)

/** Keeps the picture of one’s own signature, small and encrypted. It is put under the letters that one signs oneself. */
export const keepSignature = command({
  name: "letters.keepSignature",
  input: z.object({
    picture: z
      .base64()
      .min(1)
      .max((MOST_BYTES * 4) / 3),
  }),
  find: oneself,
  allow: isOneself,
  async run({ input: { picture }, subject: { id }, ...given }) {
    const { actor, db, now } = given
    const small = await signaturePicture(Buffer.from(picture, "base64"))
    const row = { picture: confide(given, true).text(small.toString("base64")), kept_at: now }
    await db
      .insertInto("signatures")
      .values({ ...row, organisation_id: actor.organisation, person_id: id })
      .onConflict((on) => on.columns(["organisation_id", "person_id"]).doUpdateSet(row))
      .execute()
    return signatureKept({ personId: id })
  },
})

export const forgetSignature = command({
  name: "letters.forgetSignature",
  input: z.object({}),
  find: oneself,
  allow: isOneself,
  async run({ subject: { id }, db }) {
    const { numDeletedRows } = await db.deleteFrom("signatures").where("person_id", "=", id).executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) refuse("letters.no_signature")
    return signatureForgotten({ personId: id })
  },
})

/** One’s own, and nobody else’s: there is no read of another’s. */
export const readSignature = read({
  name: "letters.signature",
  input: z.object({}),
  allow: isSignedIn,
  async run({ actor, db }) {
    const found =
      actor.via === "session"
        ? await db
            .selectFrom("signatures")
            .select(["picture", "kept_at"])
            .where("person_id", "=", actor.personId!)
            .executeTakeFirst()
        : undefined
    return { picture: found?.picture ?? null, kept_at: found?.kept_at ?? null }
  },
})
