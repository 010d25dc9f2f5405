import { sql } from "kysely"
import type { Country } from "../../../kernel/law/holidays.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { rulesOfMany } from "../../bodies/contract.ts"
import type { AssemblyKind } from "../kinds.ts"
import { countBack, type SittingDeadline } from "./count.ts"
import { type DeadlineKind, deadlineKeys, type LodgingKind } from "./keys.ts"

type Given = Pick<Circumstances, "db" | "now">

type Counted = {
  id: string
  body_id: string
  country: Country
  kind: AssemblyKind
  seats: number | null
  starts: Temporal.PlainDateTime
  zone: string
}

/**
 * The days that count before some sittings, by sitting, the nearest first and those nobody has said last. Whoever asks has seen the
 * sittings; their rules are read in one statement, however many they are.
 */
export const deadlinesOf = async (
  sittingIds: readonly string[],
  given: Given,
): Promise<Map<string, SittingDeadline[]>> => {
  const { rows } = await sql<Counted>`
    select s.id, s.body_id, case when a.kind like 'fr\\_%' then 'FR' when a.kind like 'be\\_%' then 'BE' else b.country end as country,
           a.kind, a.seats, s.starts, s.zone
      from sittings s
      join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
      join bodies b on (b.organisation_id, b.id) = (s.organisation_id, s.body_id)
     where s.id = any(${[...sittingIds]}::uuid[])`.execute(given.db)
  const keys = rows.flatMap(({ kind, seats }) => Object.values(deadlineKeys(kind, seats)))
  const bodies = new Set(rows.map(({ body_id }) => body_id))
  const ruleIn = await rulesOfMany([...bodies], [...new Set(keys)], given.db)
  return new Map(
    rows.map((sitting) => [
      sitting.id,
      Object.entries(deadlineKeys(sitting.kind, sitting.seats))
        .flatMap(([kind, key]) => {
          const found = ruleIn(sitting.body_id, key, sitting.starts.toPlainDate())
          return found ? countBack(kind as DeadlineKind, found.rule, sitting, given.now) : []
        })
        .toSorted(nearestFirst),
    ]),
  )
}

/** The last day to lodge one kind of text for a sitting, or for the sitting of an item; null where the assembly has no rule for it. */
export const lodgingDeadline = async (
  { kind, ...at }: ForSitting & { kind: LodgingKind },
  given: Given,
): Promise<SittingDeadline | null> => {
  const sittingId = await sittingOf(at, given)
  if (!sittingId) return null
  const deadlines = (await deadlinesOf([sittingId], given)).get(sittingId)
  return deadlines?.find((one) => one.kind === kind) ?? null
}

/** Where a text is lodged: for an item, or for the sitting itself. */
export type ForSitting = { itemId?: string | null; sittingId?: string | null }

export const sittingOf = async ({ itemId, sittingId }: ForSitting, { db }: Given): Promise<string | null> => {
  if (!itemId) return sittingId ?? null
  const item = await db.selectFrom("sitting_items").select("sitting_id").where("id", "=", itemId).executeTakeFirst()
  return item?.sitting_id ?? null
}

const nearestFirst = (a: SittingDeadline, b: SittingDeadline): number =>
  a.last_lawful && b.last_lawful
    ? Temporal.PlainDate.compare(a.last_lawful, b.last_lawful)
    : Number(!a.last_lawful) - Number(!b.last_lawful)
