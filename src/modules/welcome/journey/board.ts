import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { permits } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { findPage } from "../page/set.ts"
import { managesWelcome, newcomerSeen } from "../permissions.ts"
import { hoursToAnswer } from "../rules.ts"
import { setSteps } from "../steps/set.ts"
import { lines } from "./lines.ts"
import { hoursUnanswered } from "./newcomer.ts"
import { recordNewcomer } from "./record.ts"

const MOST = 500

/** Who is on the way in a body, by step: whoever has nobody first, then by day. A welcomer sees those given to them, and no others. */
export const readBoard = read({
  name: "newcomers.board",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isSignedIn,
  async run({ subject: body, input: _, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now, body.zone)
    const manages = await permits({ name: "newcomers.board", allow: managesWelcome }, body, given)
    const hours = await hoursToAnswer(body.id, given)
    const rows = await lines(
      {
        where: sql`n.body_id = ${body.id} and n.state in ('open', 'paused') and ${newcomerSeen(given)}`,
        order: sql`n.welcomer_id is not null, s.due nulls last, n.id`,
        limit: MOST,
      },
      db,
    )
    const { rows: counted } = await sql<{ unconfirmed: number }>`
      select count(*)::int as unconfirmed from newcomers where body_id = ${body.id} and state = 'unconfirmed'`.execute(
      db,
    )
    const details = await db
      .selectFrom("welcomer_details")
      .select(["shows_email", "shows_phone"])
      .where("person_id", "=", actor.personId)
      .executeTakeFirst()
    const page = manages ? await findPage(body.id, db) : undefined
    return {
      rows: rows.map((one) => {
        const waited = hoursUnanswered(one, now, today)
        return { ...one, waited, late_hours: waited !== null && waited >= hours ? waited : null }
      }),
      manages,
      hours,
      today,
      unconfirmed: manages ? counted[0]!.unconfirmed : 0,
      page: page ? { slug: page.slug, open: page.opened_at !== null } : null,
      details: { email: details?.shows_email ?? false, phone: details?.shows_phone ?? false },
      may: {
        "newcomers.record": await permits(recordNewcomer, body, given),
        "welcome.setSteps": await permits(setSteps, body, given),
      },
    }
  },
})
