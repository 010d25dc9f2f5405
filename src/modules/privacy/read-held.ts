import { sql } from "kysely"
import { z } from "zod"
import { heldOf } from "../../kernel/held-of.ts"
import { read } from "../../kernel/read.ts"
import { format } from "../../kernel/words/words.ts"
import { openingsOf } from "../people/contract.ts"
import { basesOf } from "./register/bases.ts"
import { answersFor, findSubject } from "./subject.ts"

type Details = {
  given_name: string
  family_name: string
  email: string | null
  phone: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  language: string
  post_only: boolean
  note: string | null
  created_at: Temporal.Instant
}

/**
 * All that is held about a person, in words they can read: their details, what each table tells of them, on what grounds it is kept
 * and for how long, and who opened their file (GDPR article 15). For themselves, and for whoever answers in the body's name.
 */
export const readHeld = read({
  name: "privacy.held",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, given) => findSubject(personId, given),
  allow: answersFor,
  async run({ subject, input: _, ...given }) {
    const { language } = given.actor
    const { rows } = await sql<Details>`
      select given_name, family_name, email, phone, street, postcode, town, country, language, post_only, note, created_at
        from people where id = ${subject.person_id}`.execute(given.db)
    const { groups, others } = await heldOf(subject.person_id, given)
    return {
      person: { id: subject.person_id, name: subject.name, body_name: subject.body_name, body_id: subject.body_id },
      details: rows[0]!,
      groups: groups.map(({ key, count, lines }) => ({
        key,
        title: format(language, key),
        count,
        lines: lines.map(({ kind, ...line }) => ({ ...line, kind: kind && format(language, kind) })),
      })),
      others,
      openings: await openingsOf(subject.person_id, given),
      grounds: (await basesOf(subject.body_id, given)).filter(({ purpose }) => purpose !== "contacts"),
    }
  },
})
