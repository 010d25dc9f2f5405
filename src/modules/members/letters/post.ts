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

/** Letters of a body about members and dues that wait to be put in the post, the oldest first. */
export const lettersToPost = async (bodyId: string, db: Parameters<typeof findBody>[1]) => {
  const { rows } = await sql<{ id: string; kind: string; address: string; content: any; name: string }>`
    select s.id, s.kind, s.address, s.content, coalesce(p.given_name || ' ' || p.family_name, a.given_name || ' ' || a.family_name) as name
      from sendings s
      left join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      left join applications a on (a.organisation_id, a.letter_id) = (s.organisation_id, s.id)
     where s.body_id = ${bodyId} and s.means = 'post' and s.state = 'waiting' and s.kind = any(${[...letterKinds]}::text[])
     order by s.queued_at, s.id limit 1000`.execute(db)
  return rows
}

/** Says that the printed letters were put in the post or handed over: they count as sent that day. */
export const postMemberLetters = command({
  name: "members.postLetters",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: anyOf<{ body_id: string }>(holds("dues.manage"), holds("people.manage")),
  async run({ subject: body, input: _, ...given }) {
    const letters = await lettersToPost(body.id, given.db)
    if (letters.length === 0) refuse("sendings.already_posted")
    await markPosted(
      letters.map(({ id }) => id),
      given,
    )
    return memberLettersPosted({ bodyId: body.id, letters: letters.length })
  },
})
