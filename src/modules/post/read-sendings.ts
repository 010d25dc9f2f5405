import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { composerOf, remembering } from "./composers.ts"
import { resendLetter } from "./resend.ts"
import { type BodySending, findSending } from "./seen.ts"
import type { SendingState } from "./tables.ts"

export type SendingLine = {
  id: string
  kind: string
  means: "email" | "post"
  person_name: string | null
  address: string
  subject: string
  state: SendingState
  server_answer: string | null
  bounce: string | null
  queued_at: Temporal.Instant
  sent_at: Temporal.Instant | null
  next_at: Temporal.Instant | null
  again_id: string | null
}

const states = ["waiting", "accepted", "trouble", "kept", "printed", "withdrawn"] as const

/** All that left or waits to leave in a body, the newest first. */
export const listSendings = read({
  name: "sendings.list",
  input: z.object({
    bodyId: z.uuid(),
    q: z.string().trim().max(200).optional(),
    state: z.enum(states).optional(),
    sort: z.string().max(40).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(60).optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: holds("meetings.convene"),
  async run({ input, db }) {
    const wanted =
      input.state === "trouble" ? TROUBLES : input.state === "waiting" ? ["waiting", "sending"] : [input.state]
    const like = input.q ? `%${input.q.replaceAll(/[\\%_]/g, "\\$&")}%` : null
    const { rows } = await sql<SendingLine>`
      select s.id, s.kind, s.means, p.given_name || ' ' || p.family_name as person_name, s.address, s.subject, s.state,
             s.server_answer, s.bounce, s.queued_at, s.sent_at, s.next_at, s.again_id
        from sendings s left join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
       where s.body_id = ${input.bodyId}
         and (${input.state ?? null}::text is null or s.state = any(${wanted}::text[]))
         and (${like}::text is null or s.address ilike ${like} or s.subject ilike ${like}
              or f_unaccent(p.given_name || ' ' || p.family_name) ilike f_unaccent(${like}))
         and (${input.after ?? null}::text is null
              or (s.queued_at, s.id) < (select queued_at, id from sendings where id = ${input.after ?? null}::uuid))
       order by s.queued_at desc, s.id desc limit ${input.limit + 1}`.execute(db)
    const shown = rows.slice(0, input.limit)
    return { rows: shown, next: rows.length > input.limit ? shown.at(-1)!.id : null }
  },
})

export const TROUBLES: SendingState[] = ["refused", "given_up", "unknown", "bounced"]

/** One letter: what became of it, and how it looks if it left now. */
export const readSending = read({
  name: "sendings.read",
  input: z.object({ sendingId: z.uuid() }),
  find: ({ sendingId }, { db }) => findSending(sendingId, db),
  allow: holds("meetings.convene"),
  async run({ subject: sending, input: _, ...given }) {
    const person = sending.person_id
      ? await given.db
          .selectFrom("people")
          .select(["given_name", "family_name", "email"])
          .where("id", "=", sending.person_id)
          .executeTakeFirst()
      : undefined
    const { organisation_id: __, content: ___, held_until: ____, ...line } = sending
    return {
      ...line,
      person_name: person ? `${person.given_name} ${person.family_name}` : null,
      email_today: person?.email ?? null,
      letter: await letterOf(sending, given),
      may: await may(sending, [resendLetter], given),
    }
  },
})

const letterOf = async (sending: BodySending, given: Circumstances) => {
  const letter = await composerOf(sending.kind)?.(sending, { ...given, once: remembering() })
  return letter
    ? {
        subject: letter.subject,
        html: letter.html === undefined ? null : withoutLinks(letter.html),
        text: withoutLinks(letter.text),
        files: (letter.attachments ?? []).map(({ filename }) => filename),
      }
    : null
}

// The signed links of a letter, whatever their page, act in the name of who receives it: whoever looks the letter over must not hold them.
const withoutLinks = (letter: string) => letter.replaceAll(/(\/[a-z]\/)[\w.~%-]{20,}/g, "$1…")
