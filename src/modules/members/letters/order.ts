import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { addressLines } from "../../people/contract.ts"
import type { LetterOrder } from "../../post/contract.ts"

/** What this module writes to people. Each kind has its composer. */
export const letterKinds = [
  "dues-call",
  "dues-reminder",
  "dues-receipt",
  "member-card",
  "application-accepted",
  "application-declined",
] as const
export type LetterKind = (typeof letterKinds)[number]

export type Addressee = {
  given_name: string
  family_name: string
  email: string | null
  post_only: boolean
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
}

/** By e-mail to whoever has one and wants it, else by the post, or handed over when there is no address. */
export const orderTo = (
  person: Addressee & { id: string | null },
  letter: { kind: LetterKind; bodyId: string; subject: string; content: Record<string, unknown> },
): LetterOrder => {
  const email = person.post_only ? "" : person.email?.trim()
  return {
    ...letter,
    personId: person.id,
    means: email ? "email" : "post",
    address: email || addressLines(person).join("\n"),
  }
}

export const findAddressee = async (personId: string, db: Db) =>
  db
    .selectFrom("people")
    .select(["id", "given_name", "family_name", "form", "language", "email", "post_only"])
    .select(["street", "postcode", "town", "country", "left_on"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow()

/** The language in which a list of what left shows its subjects: that of the organisation. */
export const houseLanguage = async (db: Db): Promise<Language> => {
  const { rows } = await sql<{ language: string }>`select language from organisations`.execute(db)
  return rows[0]?.language === "en" ? "en" : "fr"
}

export const euros = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`
