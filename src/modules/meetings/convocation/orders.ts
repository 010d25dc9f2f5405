import { day as dayInWords } from "../../../kernel/words/dates.ts"
import type { Db } from "../../../kernel/db.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { addressLines } from "../../people/contract.ts"
import type { LetterOrder } from "../../post/contract.ts"
import type { Meeting } from "../meeting.ts"

/** What is written to those convened. Each kind has its letter in `letters.ts`. */
export const kinds = ["convocation", "change", "cancellation", "withdrawal", "reminder", "eve"] as const
export type LetterKind = (typeof kinds)[number]

type Reached = {
  person_id: string
  given_name: string
  family_name: string
  email: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  means: "email" | "post" | null
}

export const orderFor = (
  kind: LetterKind,
  meeting: Pick<Meeting, "id" | "body_id" | "sequence">,
  person: Reached,
  invitationId: string,
  subject: string,
): LetterOrder => {
  const means = person.means === "email" && person.email ? "email" : "post"
  return {
    kind,
    bodyId: meeting.body_id,
    personId: person.person_id,
    meetingId: meeting.id,
    means,
    address: means === "email" ? person.email! : addressLines(person).join("\n"),
    subject,
    content: { invitation_id: invitationId, sequence: meeting.sequence },
  }
}

/** In the language of the organisation: the list of what left shows one wording for all. */
export const subjectOf = async (
  kind: LetterKind,
  meeting: Pick<Meeting, "title" | "starts" | "organisation_id">,
  db: Db,
): Promise<string> => {
  const { language } = await db
    .selectFrom("organisations")
    .select("language")
    .where("id", "=", meeting.organisation_id)
    .executeTakeFirstOrThrow()
  return subjectIn(kind, meeting, languageOf(language))
}

export const subjectIn = (
  kind: LetterKind,
  meeting: Pick<Meeting, "title" | "starts">,
  language: "fr" | "en",
): string =>
  say(language, `meetings.letter.${kind}.subject`, { title: meeting.title, day: dayInWords(language, meeting.starts) })
