import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { event } from "../../../kernel/event.ts"
import type { Schedule } from "../../../kernel/job.ts"
import { announce } from "../../../kernel/live.ts"
import { after } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { peopleImported } from "../events.ts"
import { candidates, likenedOf } from "./candidates.ts"
import { likenessOf, POSSIBLE } from "./likeness.ts"

export const duplicatesSought = event<{ bodyId: string }>()("people.duplicatesSought")

/** Looks for pairs again, now rather than tonight. The search itself follows a second later: a hundred thousand people take a while. */
export const seekDuplicates = command({
  name: "people.seekDuplicates",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  run: async ({ subject }) => duplicatesSought({ bodyId: subject.id }),
})

/** Compares everybody who may be alike, and keeps the pairs that are. Run twice, it finds the same. */
export const findDuplicates = async (given: Circumstances): Promise<number> => {
  const { actor, db, now } = given
  // One search at a time: two that write the same pairs would wait for one another.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duplicates ${actor.organisation}`}, 0))`.execute(db)
  const pairs = await candidates(db)
  await sql`delete from likely_same`.execute(db)
  let found = 0
  for (let from = 0; from < pairs.length; from += SET) {
    const some = pairs.slice(from, from + SET)
    const people = await likenedOf([...new Set(some.flatMap((one) => [one.first_id, one.second_id]))], db)
    const alike = some
      .map((one) => ({ ...one, ...likenessOf(people.get(one.first_id)!, people.get(one.second_id)!) }))
      .filter(({ likeness }) => likeness >= POSSIBLE)
    found += alike.length
    await sql`insert into likely_same (organisation_id, first_id, second_id, likeness, reasons)
      select current_org(), first_id, second_id, likeness, reasons
        from jsonb_to_recordset(${JSON.stringify(alike)}::jsonb) as l(first_id uuid, second_id uuid, likeness int, reasons text[])`.execute(
      db,
    )
  }
  await sql`insert into duplicate_searches (organisation_id, sought_at, pairs) values (current_org(), ${now}, ${found})
    on conflict (organisation_id) do update set sought_at = excluded.sought_at, pairs = excluded.pairs`.execute(db)
  announce(given, actor.organisation, "people.seekDuplicates")
  return found
}

const SET = 5000

export const seekNow = after(duplicatesSought, "look for people written twice", (_facts, given) =>
  findDuplicates(given),
)

export const seekAfterImport = after(
  peopleImported,
  "look for people written twice",
  async ({ created, updated }, given) => {
    if (created + updated > 0) await findDuplicates(given)
  },
)

export const seekEachNight: Schedule = {
  name: "look for people written twice",
  cron: "50 2 * * *",
  run: findDuplicates,
}
