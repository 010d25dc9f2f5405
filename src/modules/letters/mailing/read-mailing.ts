import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { SendingState } from "../../post/contract.ts"
import { findSeenLetter } from "../seen.ts"
import { chooseMany } from "./choose.ts"
import { postMailing, retryMailing, startMailing } from "./start.ts"
import type { LineSaid, LineState } from "./tables.ts"

export type MailingLine = {
  id: string
  name: string
  called: string
  address: string
  means: "email" | "post" | null
  state: LineState
  sending_state: SendingState | null
  server_answer: string | null
  sent_at: Temporal.Instant | null
}

/** `failed`: without address, or not delivered; `to_post`: waiting to be folded; `gone`: given to a mail server, or posted. */
const wanted = {
  q: z.string().trim().max(200).optional(),
  state: z.enum(["failed", "to_post", "gone"]).optional(),
}
type Wanted = z.output<z.ZodObject<typeof wanted>>

/** A letter to many: how far it is, and what became of each. */
export const readMailing = read({
  name: "mailings.read",
  input: z.object({
    textId: z.uuid(),
    ...wanted,
    limit: z.int().min(1).max(200).default(50),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  find: ({ textId }, given) => findSeenLetter(textId, given),
  // The body reads the letter; to whom it goes is read by those who write.
  allow: holds("texts.write"),
  async run({ input: { textId, limit, after, ...asked }, subject: text, ...given }) {
    const offset = Math.max(0, Number.parseInt(after ?? "0", 10) || 0)
    const { db } = given
    const mailing = await db.selectFrom("mailings").selectAll().where("text_id", "=", textId).executeTakeFirst()
    const rows = await linesOf(textId, asked, { limit: limit + 1, offset }, given)
    const { rows: counted } = await sql<{ total: number; made: number; to_post: number; gone: number; failed: number }>`
      select count(*)::int as total, count(*) filter (where l.state <> 'waiting')::int as made,
             count(*) filter (where ${became.to_post})::int as to_post, count(*) filter (where ${became.gone})::int as gone,
             count(*) filter (where ${became.failed})::int as failed
        from mailing_lines l left join sendings s on (s.organisation_id, s.id) = (l.organisation_id, l.sending_id)
       where l.text_id = ${textId}`.execute(db)
    return {
      text: { id: text.id, title: text.title, state: text.state, body_id: text.body_id },
      mailing: mailing ? { by_mail: mailing.by_mail, started_at: mailing.started_at, done_at: mailing.done_at } : null,
      counts: counted[0]!,
      rows: rows.slice(0, limit),
      next: rows.length > limit ? String(offset + limit) : null,
      may: await may(
        { ...text, letter: text.letter!, mailing: mailing! },
        [chooseMany, startMailing, retryMailing, postMailing],
        given,
      ),
    }
  },
})

// Of a line `l` and its sending `s`.
const became = {
  to_post: sql<boolean>`(s.means = 'post' and s.state = 'waiting')`,
  gone: sql<boolean>`(s.state in ('accepted', 'printed'))`,
  failed: sql<boolean>`(l.state = 'no_address' or s.state in ('refused', 'given_up', 'bounced', 'kept'))`,
}

// By their name of today: the words of a confidential letter rest encrypted, whom it goes to with them.
const isCalled = (q: string) => sql<boolean>`exists (
  select from (select c.given_name, c.name from counterparts c where c.id = l.counterpart_id
         union all select p.given_name, p.family_name from people p where p.id = l.person_id) as who
   where position(f_unaccent(lower(${q})) in f_unaccent(lower(concat_ws(' ', who.given_name, who.name)))) > 0)`

const linesOf = async (
  textId: string,
  { q, state }: Wanted,
  { limit, offset }: { limit: number; offset: number },
  { db }: Circumstances,
): Promise<MailingLine[]> => {
  const { rows } = await sql<Omit<MailingLine, "name" | "called" | "address"> & { said: LineSaid }>`
    select l.id, l.said, s.means, l.state, s.state as sending_state, coalesce(s.bounce, s.server_answer) as server_answer, s.sent_at
      from mailing_lines l left join sendings s on (s.organisation_id, s.id) = (l.organisation_id, l.sending_id)
     where l.text_id = ${textId} and ${q ? isCalled(q) : sql`true`} and ${state ? became[state] : sql`true`}
     order by l.place limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ said, ...row }) => ({
    ...row,
    name: said.name,
    called: said.called,
    address: row.means === "email" ? (said.email ?? "") : said.lines.join(", "),
  }))
}

export const mailingFilters = z.object({ textId: z.uuid(), bodyId: z.uuid(), ...wanted })

/** What became of each, for whoever may read the log; nothing under the name of another body. */
export const findMailingLog = async (
  { textId, bodyId, ...asked }: z.output<typeof mailingFilters>,
  limit: number,
  given: Circumstances,
): Promise<MailingLine[]> => {
  const text = await findSeenLetter(textId, given)
  if (text?.body_id !== bodyId || !(await holds("texts.write")(text, given))) return refuse("not_found", {}, 404)
  return linesOf(textId, asked, { limit, offset: 0 }, given)
}
