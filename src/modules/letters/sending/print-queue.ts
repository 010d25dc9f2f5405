import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { isTextSeen } from "../../texts/contract.ts"
import { findPrinted, houseOf, oneLetter, paperOf } from "../paper/paper-of.ts"
import { enclosuresOf, type ToPrintTogether } from "../paper/with-enclosures.ts"
import { postPrinted } from "./post.ts"

export type ToPrint = {
  id: string
  title: string
  reference: string | null
  address: string[]
  since: Temporal.Instant
}

/** The letters of a body that wait to be printed and posted. */
export const listToPrint = read({
  name: "letters.listToPrint",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { ...body, body_id: body.id }
  },
  allow: holds("texts.manage"),
  async run({ subject: body, input: _, ...given }) {
    return { rows: await toPrint(body.id, given), may: await may({ ...body, texts: [] }, [postPrinted], given) }
  },
})

/** The same as one file, each on its own sheet with what is joined to it, and a page to tick. */
export const paperToPrint = async (bodyId: string, given: Circumstances): Promise<ToPrintTogether> => {
  if (!(await holds("texts.manage")({ body_id: bodyId }, given))) return refuse("not_found", {}, 404)
  const waiting = await toPrint(bodyId, given)
  if (waiting.length === 0) return refuse("letters.nothing_to_print")
  const house = await houseOf(bodyId, given)
  const letters = await findPrinted(
    waiting.map(({ id }) => id),
    given,
  )
  return {
    ...paperOf(
      letters.map((one) => oneLetter(one, house, given.now)),
      house,
      given.now,
    ),
    tick: say(house.language, "letters.paper.tick"),
    name: say(house.language, "letters.paper.file"),
    behind: await enclosuresOf(
      letters.map(({ id }) => id),
      given,
    ),
  }
}

const toPrint = async (bodyId: string, { actor, db, now }: Circumstances): Promise<ToPrint[]> => {
  const { rows } = await sql<Omit<ToPrint, "address"> & { said: { lines: string[] } }>`
    select w.id, w.title, w.reference, l.said, s.queued_at as since
      from sendings s
      join letter_sendings k on (k.organisation_id, k.sending_id) = (s.organisation_id, s.id)
      join letters l on (l.organisation_id, l.text_id) = (k.organisation_id, k.text_id)
      join texts w on (w.organisation_id, w.id) = (k.organisation_id, k.text_id)
     where s.body_id = ${bodyId} and s.kind = 'letter' and s.means = 'post' and s.state = 'waiting'
       and ${isTextSeen(actor.personId!, dayOf(now))}
     order by w.reference nulls last, w.id limit 500`.execute(db)
  return rows.map(({ said, ...row }) => ({ ...row, address: said.lines }))
}
