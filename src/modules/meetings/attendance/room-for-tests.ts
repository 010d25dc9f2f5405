import { sql } from "kysely"
import type { World } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { addFounder } from "../../people/contract.ts"
import { system } from "../../../kernel/job.ts"
import { prepareMeeting } from "../prepare.ts"

/**
 * A meeting of Lisle of this very morning (9 h 30, it is 10 h), of nine members: four of them make a quorum, one proxy each,
 * absolute majority. Dario is a member too.
 */
export const morningMeeting = async (
  w: World,
  more: { quorum?: unknown; proxies?: unknown; confidential?: boolean } = {},
) => {
  const members = await lisleMembers(w)
  await rulebook(w, { quorum: more.quorum, proxies: more.proxies })
  const typeId = await w.look(async (tx) => {
    const { id } = await tx
      .selectFrom("meeting_types")
      .select("id")
      .where("body_id", "=", w.lisle)
      .where("key", "=", "ordinary-assembly")
      .executeTakeFirstOrThrow()
    return id
  })
  const { meetingId } = await w.do(
    prepareMeeting,
    { bodyId: w.lisle, typeId, day: "2026-05-02", at: "09:30", title: "Assemblée du matin" },
    w.people.amina,
  )
  if (more.confidential)
    await w.look((tx) => tx.updateTable("meetings").set({ confidential: true }).where("id", "=", meetingId).execute())
  const items = await w.look((tx) =>
    tx
      .selectFrom("agenda_items")
      .select(["id", "title", "purpose", "automatic"])
      .where("meeting_id", "=", meetingId)
      .orderBy("position")
      .execute(),
  )
  return {
    meetingId,
    members,
    items,
    deciding: items.find(({ purpose, automatic }) => purpose === "decide" && !automatic)!,
  }
}

const made = new WeakMap<World, Promise<string[]>>()

// Eight beside Dario, once for each world.
const lisleMembers = (w: World): Promise<string[]> => {
  const known = made.get(w)
  if (known) return known
  const fresh = w.look(async (tx) => {
    const given = { ...w.equipment, db: tx, actor: system(w.organisation), now: w.now }
    const ids = [w.dario]
    for (const name of [
      "Aït-Saïd",
      "Dumortier",
      "Lambert",
      "Mertens",
      "Okonkwo",
      "Pirson",
      "Renard",
      "Van den Broeck",
    ]) {
      const id = await addFounder(
        { given_name: "Alix", family_name: name, form: "n", email: `${newId()}@lisle.example` },
        given,
      )
      await tx
        .insertInto("memberships")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: id,
          body_id: w.lisle,
          ring: "member",
          since: Temporal.PlainDate.from("2025-01-01"),
          until: null,
          dues_until: Temporal.PlainDate.from("2026-12-31"),
        })
        .execute()
      ids.push(id)
    }
    return ids
  })
  made.set(w, fresh)
  return fresh
}

const rulebook = (w: World, { quorum, proxies }: { quorum?: unknown; proxies?: unknown }) =>
  w.look(async (tx) => {
    const rules = [
      ["be.locale.quorum.assembly", quorum ?? { of: "number", number: 4, counts: "present_or_represented" }],
      ["be.locale.proxies", proxies ?? { per_holder: 1 }],
    ] as const
    for (const [key, value] of rules)
      await sql`update rules set value = ${json(value)} where body_id = ${w.lisle} and key = ${key}`.execute(tx)
  })
