import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import { beginText } from "./begin.ts"
import { outcomesFrom } from "./flow.ts"
import { findTexts } from "./list.ts"
import { noteTextOutcome } from "./note-outcome.ts"

const MOST = 1000

/** The texts written for a sitting that left, each with what may now be noted of it. */
export const textsOfSitting = read({
  name: "texts.ofSitting",
  input: z.object({ sittingId: z.uuid() }),
  async find({ sittingId }, { actor, db, now }) {
    const { rows } = await sql<{ id: string; body_id: string }>`
      select s.id, s.body_id from sittings s where s.id = ${sittingId} and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(
      db,
    )
    return rows[0]
  },
  allow: isSignedIn,
  async run({ input: { sittingId }, subject, ...given }) {
    const rows = await findTexts({ sittingId, state: "gone", sort: "reference" }, { limit: MOST, offset: 0 }, given)
    return {
      rows: rows.map((text) => ({ ...text, outcomes: outcomesFrom(text) })),
      may: await may({ ...subject, id: subject.body_id }, [noteTextOutcome, beginText], given),
    }
  },
})
