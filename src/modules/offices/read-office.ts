import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { changeOffice } from "./change.ts"
import { endOffice } from "./end.ts"
import { heldBy, rulesFor } from "./held-by.ts"
import { incompatibilitiesOn } from "./incompatibilities.ts"
import type { Role, Stance } from "./kinds.ts"
import { officeColumns, type OfficeLine } from "./list.ts"
import { isOfficeSeen, officeJoins } from "./store.ts"

type Version = {
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  role: Role
  title: string | null
  stance: Stance | null
  delegation: string | null
  by: string | null
  at: Temporal.Instant
}

/** One external mandate: what it is, how it stood before each change, and what the rules have against it. */
export const readOffice = read({
  name: "offices.read",
  input: z.object({ officeId: z.uuid() }),
  async find({ officeId }, { actor, db, now }) {
    if (!actor.personId) return undefined
    const { rows } = await sql<OfficeLine & { sent_by_id: string | null; listed: boolean }>`
      select ${officeColumns(actor.personId, dayOf(now))}, o.sent_by as sent_by_id, o.listed from ${officeJoins}
       where o.id = ${officeId} and ${isOfficeSeen(actor.personId, dayOf(now))}`.execute(db)
    return rows[0]
  },
  allow: isSignedIn,
  async run({ subject: office, input: _, ...given }) {
    const { db, now } = given
    const { rows: versions } = await sql<Version>`
      select v.since, v.until, v.role, v.title, v.stance, v.delegation, p.given_name || ' ' || p.family_name as by, v.changed_at as at
        from office_versions v left join people p on (p.organisation_id, p.id) = (v.organisation_id, v.changed_by)
       where v.office_id = ${office.id} order by v.changed_at desc`.execute(db)
    const today = dayOf(now)
    const all = await heldBy([office.person_id], db)
    const against = incompatibilitiesOn(all, await rulesFor(office.body_id, today, db), today)
    return {
      office,
      versions,
      warnings: against
        .filter(({ offices }) => offices.includes(office.id))
        .map((one) => ({
          ...one,
          with: one.offices
            .filter((id) => id !== office.id)
            .map((id) => all.find((other) => other.id === id)!.institution_name),
        })),
      may: await may(office, [changeOffice, endOffice], given),
    }
  },
})
