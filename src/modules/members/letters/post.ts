import { z } from "zod"
import { sql } from "kysely"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { markPosted } from "../../post/contract.ts"
import { memberLettersPosted } from "../events.ts"
import { letterKinds } from "./order.ts"

/** So many letters in one file: what a volunteer prints, folds and carries in one go, made in two seconds. */
export const LOT = 1000

/** Letters of a body about members and dues that wait to be put in the post, the oldest first; the first lot is 1. */
export const lettersToPost = async (bodyId: string, db: Parameters<typeof findBody>[1], lot: number) => {
  const { rows } = await sql<{ id: string; kind: string; address: string; content: any; name: string }>`
    select s.id, s.kind, s.address, s.content, coalesce(p.given_name || ' ' || p.family_name, a.given_name || ' ' || a.family_name) as name
      from sendings s
      left join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      left join applications a on (a.organisation_id, a.letter_id) = (s.organisation_id, s.id)
     where s.body_id = ${bodyId} and s.means = 'post' and s.state = 'waiting' and s.kind = any(${[...letterKinds]}::text[])
     order by s.queued_at, s.id limit ${LOT} offset ${(lot - 1) * LOT}`.execute(db)
  return rows
}

/** Says that the printed letters were put in the post or handed over: they count as sent that day. `letters`: how many the page named. */
export const postMemberLetters = command({
  name: "members.postLetters",
  input: z.object({ bodyId: z.uuid(), letters: z.int().min(1).optional() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: anyOf<{ body_id: string }>(holds("dues.manage"), holds("people.manage")),
  async run({ subject: body, input, ...given }) {
    // One queued since the page was read was not printed: it stays.
    const { rows: letters } = await sql<{ id: string }>`
      select id from sendings s
       where s.body_id = ${body.id} and s.means = 'post' and s.state = 'waiting' and s.kind = any(${[...letterKinds]}::text[])
       order by s.queued_at, s.id limit ${input.letters ?? null}`.execute(given.db)
    if (letters.length === 0) refuse("sendings.already_posted")
    for (let from = 0; from < letters.length; from += 10_000)
      await markPosted(
        letters.slice(from, from + 10_000).map(({ id }) => id),
        given,
      )
    return memberLettersPosted({ bodyId: body.id, letters: letters.length })
  },
})
