import { z } from "zod"
import type { Operation } from "../../../kernel/amending/operation.ts"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { line, text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { othersTaken } from "../events.ts"
import { subsFall } from "../fall.ts"
import { proposedBy } from "../ground.ts"
import { otherOutcomes } from "../kinds.ts"
import { findBaseToChange, findVersion } from "../seen.ts"
import { amendmentsOf } from "../store.ts"
import { together } from "../../../kernel/amending/published.ts"
import { understood } from "./understood.ts"

const row = z.strictObject({
  number: line(30),
  group: line(120).nullable(),
  author: line(200).nullable(),
  place: line(300).nullable(),
  alinea: z.int().min(1).max(100_000).nullable(),
  says: text(100_000).nullable(),
  object: text(100_000).nullable(),
  outcome: z.enum(otherOutcomes).nullable(),
  amends: line(30).nullable(),
})

type Row = z.output<typeof row>

/**
 * Takes over what an assembly published of the amendments of a text. One that is noted already, by its number, gets its words and what
 * became of it, and keeps what was written of it by hand; one of ours is left as its own text says it.
 */
export const takeOthers = command({
  name: "amendments.takeOthers",
  input: z.object({ baseId: z.uuid(), rows: z.array(row).min(1).max(5000) }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input: { rows }, subject: base, ...given }) {
    if (base.version === 0) refuse("bases.not_adopted")
    const { actor, db, now } = given
    const paragraphs = (await findVersion(base, given))?.paragraphs ?? []
    const known = await amendmentsOf(base.id, given)
    const ours = new Set(known.flatMap(({ text_id, number }) => (text_id && number ? [number] : [])))
    const theirs = new Map(known.flatMap((one) => (!one.text_id && one.number ? [[one.number, one] as const] : [])))
    const counts = { added: 0, changed: 0, left: 0 }
    const fresh: (Row & { id: string })[] = []
    for (const one of together(rows)) {
      const before = theirs.get(one.number)
      if (ours.has(one.number)) counts.left++
      else if (before) {
        counts.changed++
        const filled = Object.entries(saidIn(one)).filter(([, value]) => value !== null)
        if (filled.length)
          await db.updateTable("amendments").set(Object.fromEntries(filled)).where("id", "=", before.id).execute()
        await subsFall(before.id, one.outcome, given)
      } else fresh.push({ ...one, id: newId() })
    }
    counts.added = fresh.length
    // What a sub-amendment may amend: one noted before or among these, which is no sub-amendment itself.
    const mains = new Map<string, { id: string; operations: readonly Operation[]; revision: number }>(
      known.flatMap((one) => (one.number && !one.amends_id ? [[one.number, one] as const] : [])),
    )
    const added = fresh
      .toSorted((one, other) => Number(one.amends !== null) - Number(other.amends !== null))
      .map((one) => {
        const amends = one.amends ? mains.get(one.amends) : undefined
        const operations = one.amends ? [] : understood(one, paragraphs)
        if (!one.amends) mains.set(one.number, { id: one.id, operations, revision: 1 })
        return {
          organisation_id: actor.organisation,
          id: one.id,
          base_id: base.id,
          text_id: null,
          amends_id: amends?.id ?? null,
          group_name: one.group ?? one.author ?? one.number,
          number: one.number,
          version: amends?.revision ?? base.version,
          operations: json(
            amends ? { operations, on: proposedBy(amends.operations).map((p) => p.text) } : { operations },
          ),
          effect: "none" as const,
          amount_cents: null,
          written_by: actor.personId,
          written_at: now,
          ...saidIn(one),
        }
      })
    for (let at = 0; at < added.length; at += LOT)
      await db
        .insertInto("amendments")
        .values(added.slice(at, at + LOT))
        .execute()
    return othersTaken({ baseId: base.id, bodyId: base.body_id, ...counts })
  },
})

// A statement carries 65 535 values at most.
const LOT = 500

const saidIn = ({ author, place, says, object, outcome }: Row) => ({ signed_by: author, place, says, object, outcome })
