import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { assemblyQuestions, assemblyRules, rulesOfMany } from "../../bodies/contract.ts"
import { isCounterpartSeen } from "../../counterparts/contract.ts"
import { isTimeBefore, placeOf, timesBefore } from "../deadlines/keys.ts"
import { recordSitting } from "../record.ts"
import type { Side, Tint } from "../kinds.ts"
import { answerAssemblyRules } from "./answer-rules.ts"
import { changeAssembly } from "./change.ts"
import { type Assembly, findSeenAssembly } from "./seen.ts"

/** An assembly, and its rules as they stand today, those nobody has said yet with their question. */
export const readAssembly = read({
  name: "assemblies.read",
  input: z.object({ assemblyId: z.uuid() }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: isSignedIn,
  async run({ input: _, subject, ...given }) {
    const { organisation_id: __, ...assembly } = subject
    return {
      assembly,
      outside: await outsideOf(subject, given),
      groups: await groupsIn(subject.id, given),
      members: await membersIn(subject.id, given),
      rules: await rulesIn(subject, given),
      may: await may(subject, [answerAssemblyRules, changeAssembly, recordSitting], given),
    }
  },
})

/** The institution in the file of counterparts, for whoever reads that file. */
const outsideOf = async ({ outside_id }: Assembly, { actor, db, now }: Circumstances) => {
  if (!outside_id) return null
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, c.name from counterparts c
     where c.id = ${outside_id} and ${isCounterpartSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0] ?? null
}

const groupsIn = async (assemblyId: string, { db, now }: Circumstances) => {
  const { rows } = await sql<{
    id: string
    name: string
    short: string
    side: Side
    tint: Tint
    is_ours: boolean
    members: number
  }>`
    select g.id, g.name, g.short, g.side, g.tint, g.is_ours, (select count(*)::int from assembly_members m
             where (m.organisation_id, m.group_id) = (g.organisation_id, g.id) and (m.until is null or m.until >= ${dayOf(now)}::date)) as members
      from assembly_groups g where g.assembly_id = ${assemblyId} and g.ended_on is null
     order by members desc, g.name, g.id`.execute(db)
  return rows
}

/** Those who sit today, by name: some hundreds at most. */
const membersIn = async (assemblyId: string, { db, now }: Circumstances) => {
  const { rows } = await sql<{
    id: string
    given_name: string
    family_name: string
    group_id: string | null
    role: string | null
    seat: number | null
    since: Temporal.PlainDate | null
    until: Temporal.PlainDate | null
    person_id: string | null
  }>`
    select m.id, m.given_name, m.family_name, m.group_id, m.role, m.seat, m.since, m.until, m.person_id
      from assembly_members m
     where m.assembly_id = ${assemblyId} and (m.until is null or m.until >= ${dayOf(now)}::date)
     order by m.folded, m.id limit 2000`.execute(db)
  return rows
}

const rulesIn = async ({ body_id, kind, seats }: Assembly, { actor, db, now }: Circumstances) => {
  const place = placeOf(kind)
  if (!place) return []
  const keys = assemblyRules(place)
    .map(({ key }) => key)
    .filter(isShown)
  const ruleIn = await rulesOfMany([body_id], keys, db)
  return keys.flatMap((key) => {
    const found = ruleIn(body_id, key, dayOf(now))
    if (!found) return []
    const { rule } = found
    return {
      key,
      unit: rule.unit,
      /** Counted back from the sitting, in days, working days or hours as their text puts it; null for anything else. */
      countedIn: isTimeBefore(kind, seats, key) ? timesBefore : null,
      value: typeof rule.value === "number" ? rule.value : null,
      words: rule.value === null ? null : valueInWords(actor.language, rule),
      article: rule.legal_basis,
      source: rule.source,
      read_on: rule.read_on,
      confidence: rule.confidence,
      note: rule.note,
      is_own: rule.jurisdiction === "own",
      /** Their own text may say otherwise, and it is asked here. */
      ask: rule.overridden_by ? (assemblyQuestions.find((one) => one.rule === key)?.ask[actor.language] ?? null) : null,
    }
  })
}

// The column in their magazine is written elsewhere, and no sitting waits for it.
const isShown = (key: string) => !/\.(tribune_signs|ri_adopted|regulations_bind)$/.test(key)
