import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { layOut, type Part } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composed, queueLetters, type Sending } from "../../post/contract.ts"
import type { Newcomer } from "../journey/newcomer.ts"
import { standingLink } from "../page/links.ts"
import { houseLanguage } from "./house.ts"

export type ToNewcomer = "welcome-confirm" | "welcome-received" | "welcome-introduction" | "welcome-stopped"

/** Queues a letter to a newcomer who has an address; answers whether there is one. */
export const writeTo = async (
  newcomer: Pick<Newcomer, "id" | "body_id" | "email">,
  kind: ToNewcomer,
  content: Record<string, unknown>,
  given: Circumstances,
): Promise<boolean> => {
  if (!newcomer.email) return false
  const { db } = given
  const { name } = await db
    .selectFrom("bodies")
    .select("name")
    .where("id", "=", newcomer.body_id)
    .executeTakeFirstOrThrow()
  const row = await db.selectFrom("newcomers").select("person_id").where("id", "=", newcomer.id).executeTakeFirst()
  const [letterId] = await queueLetters(
    [
      {
        kind,
        bodyId: newcomer.body_id,
        personId: row?.person_id ?? null,
        means: "email",
        address: newcomer.email,
        subject: say(await houseLanguage(db), `welcome.letter.${kind}.subject`, { body: name }),
        content: { ...content, newcomer_id: newcomer.id },
      },
    ],
    given,
  )
  await sql`update newcomers set letters = letters || ${letterId!}::uuid where id = ${newcomer.id}`.execute(db)
  return true
}

export type Told = Newcomer & { body_name: string }

/** Who a letter is to, as they are when it leaves; undefined once they are forgotten, or for another address than it was meant for. */
export const toldNewcomer = async (sending: Sending, db: Db): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select n.*, b.name as body_name
      from newcomers n join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
     where n.id = ${sending.content.newcomer_id} and n.forgotten_at is null and n.email = ${sending.address}`.execute(
    db,
  )
  return rows[0]
}

/** A letter to a newcomer: the words of its kind, and in each the way to see where they stand and to stop. */
export const letterTo = (
  told: Told,
  kind: ToNewcomer,
  parts: Part[],
  { language, given }: { language: Language; given: Pick<Circumstances, "origin" | "secret"> },
): Composed => {
  const subject = say(language, `welcome.letter.${kind}.subject`, { body: told.body_name })
  const standing = standingLink(given, told.organisation_id, told)
  return {
    subject,
    to_name: `${told.given_name} ${told.family_name}`,
    from_name: told.body_name,
    ...layOut({
      lang: language,
      sender: told.body_name,
      parts: [
        { kind: "heading", text: subject },
        { kind: "paragraph", text: say(language, "welcome.letter.hello", { name: told.given_name }) },
        ...parts,
      ],
      footer: {
        text: say(language, kind === "welcome-confirm" ? "welcome.letter.footer.confirm" : "welcome.letter.footer", {
          body: told.body_name,
        }),
        ...(kind !== "welcome-confirm" && {
          links: [{ label: say(language, "welcome.letter.stop"), href: standing }],
        }),
      },
    }),
  }
}
