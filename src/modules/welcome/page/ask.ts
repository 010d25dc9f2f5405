import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { newcomerAsked } from "../events.ts"
import { newcomerFields } from "../journey/fields.ts"
import { insertNewcomer } from "../journey/insert.ts"
import { writeTo } from "../letters/write.ts"
import { isFromPage } from "../permissions.ts"
import { findPage } from "./set.ts"

/** Of one body, in a day: beyond, it is no crowd, it is a machine. */
const MOST_A_DAY = 300

/**
 * Somebody fills in the page. Nobody sees what they wrote until they confirm the address from a letter. An address that was
 * written to in the last hour is written to no more: a page open to all must not be a way to pester somebody.
 */
export const askToBeWelcomed = command({
  name: "newcomers.ask",
  input: newcomerFields.extend({ bodyId: z.uuid(), agreed: z.boolean().default(false) }),
  find: async ({ bodyId }, { db }) => {
    const page = await findPage(bodyId, db)
    return page?.opened_at ? page : undefined
  },
  allow: isFromPage,
  async run({ input: { bodyId, agreed, ...fields }, subject: page, ...given }) {
    if (!fields.email) return invalid(["email"], "required")
    if (!agreed) return invalid(["agreed"], "required")
    const { language } = given.actor
    const body = await given.db.selectFrom("bodies").select("name").where("id", "=", bodyId).executeTakeFirstOrThrow()
    const asked = await askedLately({ bodyId, email: fields.email }, given)
    // The answer is the same for all: it tells nobody whether an address is known here.
    if (asked.same > 0 || asked.all >= MOST_A_DAY) return newcomerAsked({ bodyId, newcomerId: asked.id ?? bodyId })
    const newcomer = await insertNewcomer(
      {
        ...fields,
        body_id: bodyId,
        source: "site",
        language,
        consent_text: agreedWords(language, body.name, page.data_words),
        consent_means: "form",
        confirmed: false,
      },
      given,
    )
    await writeTo(newcomer, "welcome-confirm", {}, given)
    return newcomerAsked({ bodyId, newcomerId: newcomer.id })
  },
})

/** Word for word what stood before their eyes: the sentence of the box, and what the body says it does. */
export const agreedWords = (language: "fr" | "en", body: string, dataWords: string): string =>
  `${say(language, "welcome.page.agree", { body })}\n\n${dataWords}`

const askedLately = async (
  { bodyId, email }: { bodyId: string; email: string },
  { db, now }: Circumstances,
): Promise<{ same: number; all: number; id: string | null }> => {
  const { rows } = await sql<{ same: number; all: number; id: string | null }>`
    select count(*) filter (where lower(email) = lower(${email}) and asked_at > ${now.subtract({ hours: 1 })})::int as same,
           count(*)::int as all,
           (array_agg(id) filter (where lower(email) = lower(${email})))[1] as id
      from newcomers where body_id = ${bodyId} and state = 'unconfirmed' and asked_at > ${now.subtract({ hours: 24 })}`.execute(
    db,
  )
  return rows[0]!
}
