import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, queueLetters } from "../../post/contract.ts"
import type { Application } from "../applications/application.ts"
import { houseLanguage, orderTo } from "./order.ts"

type Kind = "application-accepted" | "application-declined"

/** Tells whoever asked what became of it, by e-mail or by the post; nothing when there is no way to reach them. */
export const writeToApplicant = async (application: Application, kind: Kind, given: Circumstances): Promise<void> => {
  const { db } = given
  if (!application.email && !application.town && !application.street) return
  const body = await db
    .selectFrom("bodies")
    .select("name")
    .where("id", "=", application.body_id)
    .executeTakeFirstOrThrow()
  const order = orderTo(
    { ...application, id: application.person_id, post_only: false },
    {
      kind,
      bodyId: application.body_id,
      subject: applicationSubject(await houseLanguage(db), kind, body.name),
      content: { application_id: application.id },
    },
  )
  const [letter_id] = await queueLetters([order], given)
  await db.updateTable("applications").set({ letter_id: letter_id! }).where("id", "=", application.id).execute()
}

export const applicationSubject = (language: Language, kind: string, body: string): string =>
  say(
    language,
    kind === "application-accepted" ? "members.letter.accepted.subject" : "members.letter.declined.subject",
    {
      body,
    },
  )

export type ToldApplication = Pick<
  Application,
  "id" | "given_name" | "family_name" | "form" | "language" | "ring" | "reason" | "state" | "body_id"
> & { body_name: string; country: string; place: string | null }

export const toldApplication = async (applicationId: string, db: Db): Promise<ToldApplication | undefined> => {
  const { rows } = await sql<ToldApplication>`
    select a.id, a.given_name, a.family_name, a.form, a.language, a.ring, a.reason, a.state, a.body_id, b.name as body_name,
           b.country, b.place
      from applications a join bodies b on (b.organisation_id, b.id) = (a.organisation_id, a.body_id)
     where a.id = ${applicationId} and a.forgotten_at is null`.execute(db)
  return rows[0]
}

export const applicationWords = (told: ToldApplication, kind: string, language: Language) => {
  const words = { body: told.body_name, form: told.form, ring: told.ring }
  return kind === "application-accepted"
    ? {
        lead: say(language, "members.letter.accepted.lead", words),
        more: say(language, "members.letter.accepted.more", words),
      }
    : {
        lead: say(language, "members.letter.declined.lead", words),
        more: say(language, "members.letter.declined.reason", { reason: told.reason ?? "" }),
      }
}

export const applicationLetter: Composer = async (sending, { db }) => {
  const told = await toldApplication(sending.content.application_id, db)
  if (!told || `application-${told.state}` !== sending.kind) return null
  const language = languageOf(told.language)
  const subject = applicationSubject(language, sending.kind, told.body_name)
  const { lead, more } = applicationWords(told, sending.kind, language)
  return {
    subject,
    to_name: `${told.given_name} ${told.family_name}`,
    from_name: told.body_name,
    ...layOut({
      lang: language,
      sender: told.body_name,
      parts: [
        { kind: "heading", text: subject },
        { kind: "paragraph", text: say(language, "members.letter.hello", { name: told.given_name }) },
        { kind: "paragraph", text: lead },
        { kind: "paragraph", text: more },
      ],
      footer: { text: say(language, "members.letter.application.footer", { body: told.body_name }) },
    }),
  }
}
