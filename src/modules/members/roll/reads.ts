import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { day } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { findBody, findBodyEvenClosed, numbered } from "../../bodies/contract.ts"
import { readsMembers } from "../permissions.ts"
import { memberFigure, memberRule } from "../rules.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import { reasonsInWords } from "./in-words.ts"
import { computeRoll, worthSaying } from "./compute.ts"
import { fingerprint, freezeRoll, isAsSealed, rollRule } from "./freeze.ts"
import type { RollLine, RollReason, RollRule } from "./roll.ts"

/** Rolls of a body, the last day first. */
export const listRolls = read({
  name: "rolls.list",
  input: z.object({
    bodyId: z.uuid(),
    q: z.string().max(200).optional(),
    sort: z.string().max(30).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsMembers,
  async run({ input: { bodyId, q, limit, after }, subject: body, ...given }) {
    const { rows } = await sql<{
      id: string
      year: number
      number: number
      title: string
      on_day: Temporal.PlainDate
      entitled: number
      others: number
      frozen_at: Temporal.Instant
    }>`
      select id, year, number, title, on_day, entitled, others, frozen_at from rolls r
       where body_id = ${bodyId}
         and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(title))) > 0` : sql`true`}
         and ${after && /^[0-9a-f-]{36}$/i.test(after) ? sql`(on_day, id) < ((select on_day from rolls where id = ${after}), ${after}::uuid)` : sql`true`}
       order by on_day desc, id desc limit ${limit + 1}`.execute(given.db)
    const page = rows.slice(0, limit)
    return {
      rows: page.map((row) => ({ ...row, reference: numbered(body.code, row.year, "LE", row.number) })),
      next: rows.length > limit ? page.at(-1)!.id : null,
      may: await may(body, [freezeRoll], given),
    }
  },
})

/** The roll as it would be frozen: nothing is written. With what the rulebook says of who votes and after how long. */
export const foreseeRoll = read({
  name: "rolls.foresee",
  input: z.object({ bodyId: z.uuid(), onDay: day().optional(), rule: rollRule.optional() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: readsMembers,
  async run({ input, subject: body, ...given }) {
    const { db, now } = given
    const onDay = input.onDay ?? dayOf(now, body.zone)
    const { waiting, ...usual } = await rollRuleOf(body, onDay, db)
    const rule: RollRule = input.rule ?? usual.rule
    const lines = (await computeRoll(body.id, rule, onDay, db)).filter((one) => worthSaying(one, onDay))
    const { rows: functions } = await sql<{ key: string; name: string }>`
      select key, name_n as name from functions where body_id = ${body.id} and ended_on is null order by name_n`.execute(
      db,
    )
    return {
      on_day: onDay,
      rule,
      functions,
      /** The rule of waiting is known to the rulebook and nobody has said it. */
      waiting_unknown: waiting !== null && waiting.value === null,
      ...counted(lines),
      lines: lines.slice(0, SHOWN).map((one) => said(one, given.actor.language)),
      may: await may(body, [freezeRoll], given),
    }
  },
})

/** Who votes and after how long, as the rulebook of a body says on a day; `waiting`: its rule of waiting, known or not. */
export const rollRuleOf = async (body: Parameters<typeof memberRule>[0], on: Temporal.PlainDate, db: Db) => {
  const waiting = await memberRule(body, "vote.waiting", on, db)
  const electorate = await memberRule(body, "statutory.electorate", on, db)
  const rule: RollRule = {
    who: electorate?.value === "members_up_to_date" ? "members_up_to_date" : "members",
    functions: [],
    waiting_months: typeof waiting?.value === "number" ? waiting.value : 0,
    age_years: await memberFigure(body, "vote.age", 0, on, db),
    grace_days: 0,
  }
  return { rule, waiting }
}

/** A frozen roll, as it was that day, whatever has changed since. */
export const readRoll = read({
  name: "rolls.read",
  input: z.object({
    rollId: z.uuid(),
    show: z.enum(["entitled", "others"]).optional(),
    limit: z.int().min(1).max(2000).default(500),
    after: z.int().min(0).default(0),
  }),
  find: ({ rollId }, { db }) => findRoll(rollId, db),
  allow: readsMembers,
  async run({ input: { show, limit, after }, subject: roll, ...given }) {
    const { db } = given
    const { rows: lines } = await sql<RollLine & { place: number }>`
      select place, person_id, name, entitled, reasons from roll_lines
       where roll_id = ${roll.id} and place > ${after} and ${show ? sql`entitled = ${show === "entitled"}` : sql`true`}
       order by place limit ${limit + 1}`.execute(db)
    const { organisation_id: _, ...rest } = roll
    return {
      roll: rest,
      reference: numbered(roll.code, roll.year, "LE", roll.number),
      is_whole: await isWhole(roll, db),
      lines: lines.slice(0, limit).map((one) => said(one, given.actor.language)),
      next: lines.length > limit ? lines[limit - 1]!.place : null,
    }
  },
})

const said = ({ person_id, name, entitled, reasons }: RollLine, language: Language) => ({
  person_id,
  // Erased since: the line counts still, for nobody one could name.
  name: name || format(language, "members.roll.erased"),
  entitled,
  reasons,
  why: reasonsInWords(reasons, language),
})

// A preview on a screen: who wants all of them freezes, prints or exports.
const SHOWN = 500

export const findRoll = async (rollId: string, db: Db) => {
  const { rows } = await sql<{
    organisation_id: string
    id: string
    body_id: string
    year: number
    number: number
    title: string
    on_day: Temporal.PlainDate
    rule: RollRule
    entitled: number
    others: number
    hash: string
    frozen_at: Temporal.Instant
    by: string | null
    body_name: string
    code: string
  }>`
    select r.organisation_id, r.id, r.body_id, r.year, r.number, r.title, r.on_day, r.rule, r.entitled, r.others, r.hash,
           r.frozen_at, w.given_name || ' ' || w.family_name as by, b.name as body_name, b.code
      from rolls r join bodies b on (b.organisation_id, b.id) = (r.organisation_id, r.body_id)
      left join people w on (w.organisation_id, w.id) = (r.organisation_id, r.frozen_by)
     where r.id = ${rollId}`.execute(db)
  return rows[0]
}

export const linesOfRoll = async (rollId: string, db: Db) =>
  db.selectFrom("roll_lines").selectAll().where("roll_id", "=", rollId).orderBy("place").execute() as Promise<
    {
      person_id: string
      name: string
      salt: string
      sealed: string
      entitled: boolean
      reasons: RollReason[]
      place: number
    }[]
  >

/** Nothing in it was written since: every name is the one sealed, and all together are what the fingerprint says. */
const isWhole = async (
  {
    id,
    body_id,
    on_day,
    rule,
    hash,
  }: { id: string; body_id: string; on_day: Temporal.PlainDate; rule: RollRule; hash: string },
  db: Db,
): Promise<boolean> => {
  const lines = await linesOfRoll(id, db)
  return lines.every(isAsSealed) && fingerprint({ bodyId: body_id, onDay: on_day.toString(), rule, lines }) === hash
}

const counted = (lines: readonly RollLine[]) => {
  const entitled = lines.filter((one) => one.entitled).length
  const why = Map.groupBy(
    lines.filter((one) => !one.entitled),
    ({ reasons }) => reasons[0]!.is,
  )
  return {
    entitled,
    others: lines.length - entitled,
    why: [...why].map(([is, all]) => ({ is, count: all.length })).sort((a, b) => b.count - a.count),
  }
}
