import { hash as digest } from "node:crypto"
import { sql } from "kysely"
import type { z } from "zod"
import { type Db, inOrganisation, send } from "./db.ts"
import type { Event, EventFacts } from "./event.ts"
import { newId } from "./id.ts"
import { parsed } from "./input.ts"
import { queue } from "./job.ts"
import { announce } from "./live.ts"
import { Refusal, refuse } from "./refusal.ts"
import { isWithinLimits } from "./limit.ts"
import type { Actor, Circumstances, Rule } from "./rule.ts"
import type { Equipment } from "./equipment.ts"

export type Command<
  Name extends string = string,
  Schema extends z.ZodType = z.ZodType<any>,
  Subject = any,
  Answer extends EventFacts = EventFacts,
> = {
  name: Name
  input: Schema
  /** Finds and locks what the command is about, within what the actor may see; for a creation, the parent. Undefined: 404. */
  find: (input: z.output<Schema>, given: Circumstances) => Promise<Subject | undefined>
  allow: Rule<Subject>
  /** Writes, and says what happened. The facts of the first event are the answer. */
  run: (
    it: { input: z.output<Schema>; subject: Subject } & Circumstances,
  ) => Promise<Event<string, Answer> | [Event<string, Answer>, ...Event[]]>
  /** Secret ballots: neither the hash of the input nor the answer is kept. */
  forgets?: true
  /** Pages elsewhere do not wait for it: a hall that votes would else make every page of the organisation ask again at each vote. */
  quiet?: true
}

/** Declares a command. Route, permission, journal, words and documentation go by its name. */
export const command = <const Name extends string, Schema extends z.ZodType, Subject, Answer extends EventFacts>(
  definition: Command<Name, Schema, Subject, Answer>,
): Command<Name, Schema, Subject, Answer> => definition

export type Occasion = {
  actor: Actor
  db: Db
  equipment: Equipment
  now?: Temporal.Instant
  /** Made by the client once for each gesture; a repeat returns the first answer. */
  commandId?: string
}

/**
 * Every write in the product passes here, once, in one transaction.
 * Throws Invalid (the input), Refusal (understood and declined); anything else is a bug. A lost race with another
 * transaction (serialization, deadlock) is run again, three times at most.
 */
export const perform = async <Schema extends z.ZodType, Subject, Answer extends EventFacts>(
  command: Command<string, Schema, Subject, Answer>,
  raw: unknown,
  occasion: Occasion,
): Promise<Answer> => {
  const input = parsed(command.input, raw)
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await once(command, input, occasion)
      if (!command.quiet) announce(occasion.equipment, occasion.actor.organisation, command.name)
      return answer
    } catch (error) {
      if (attempt >= 3 || !isLostRace(error)) throw error
    }
  }
}

const once = <Schema extends z.ZodType, Subject, Answer extends EventFacts>(
  command: Command<string, Schema, Subject, Answer>,
  input: z.output<Schema>,
  { actor, db, equipment, now = Temporal.Now.instant(), commandId }: Occasion,
): Promise<Answer> =>
  inOrganisation(
    db,
    actor.organisation,
    async (tx) => {
      const given = { ...equipment, actor, db: tx, now }
      // Sent together: a repeat is rare, and finding for nothing costs it little.
      const claimed = commandId ? claim(command, input, commandId, given) : undefined
      const [repeated, found] = await Promise.allSettled([claimed, command.find(input, given)])
      const earlier = settled(repeated)
      if (earlier) return earlier as Answer

      const subject = settled(found) ?? refuse("not_found", {}, 404)
      if (!(await permits(command, subject, given))) await refuseFor(command, subject, given, ["not_allowed", 403])

      const events = [await command.run({ input, subject, ...given })].flat() as [Event<string, Answer>, ...Event[]]
      await record(events, { ...given, commandId, forgets: command.forgets })
      return events[0].facts
    },
    weakOf(actor),
  )

/** What was asked beside something else, once both have ended: nothing of a transaction is left running behind a refusal. */
export const settled = <T>(result: PromiseSettledResult<T>): T => {
  if (result.status === "rejected") throw result.reason
  return result.value
}

/** Whose functions that demand a second factor count for nothing: see `inOrganisation`. */
export const weakOf = ({ awaitsSecondFactor, personId }: Actor): string | null => (awaitsSecondFactor ? personId : null)

/** Refuses; and where only the second factor was missing, says so, because that can be mended. */
export const refuseFor = async <Subject>(
  asked: { name: string; allow: Rule<Subject> },
  subject: Subject,
  given: Circumstances,
  [code, status]: [string, 403 | 404],
): Promise<never> => {
  const { awaitsSecondFactor, ...strong } = given.actor
  if (awaitsSecondFactor) {
    await sql`select set_config('app.weak', '', true)`.execute(given.db)
    if (await permits(asked, subject, { ...given, actor: strong })) refuse("second_factor_needed", {}, 403)
  }
  return refuse(code, status === 403 ? { command: asked.name } : {}, status)
}

/** May the actor give this command on this subject: the rule, within the limits of an API key. */
export const permits = async <Subject>(
  asked: { name: string; allow: Rule<Subject> },
  subject: Subject,
  given: Circumstances,
): Promise<boolean> => isWithinLimits(asked, given.actor) && (await asked.allow(subject, given))

/** What the actor may do with this subject, for the interface to show or hide its acts. Fine for a page, never for a long list. */
export const may = async <Subject, const C extends readonly Command<string, any, any, any>[]>(
  subject: Subject,
  commands: C,
  given: Circumstances,
): Promise<Record<C[number]["name"], boolean>> => {
  const answers: Record<string, boolean> = {}
  for (const one of commands) answers[one.name] = await permits(one, subject, given)
  return answers as Record<C[number]["name"], boolean>
}

/** Appends events to the journal, runs what must hold now, and queues what may come later. */
export const record = async (
  events: Event[],
  given: Circumstances & { commandId?: string | undefined; forgets?: true | undefined },
): Promise<void> => {
  const { actor, db, now, reactions, commandId, forgets } = given
  const rows = events.map(({ name, facts }) => ({ id: newId(), name, facts }))
  const written = send(db, journalText, [
    actor.organisation,
    actor.personId,
    actor.via,
    actor.triggeredBy ?? null,
    commandId ?? null,
    now.toString(),
    JSON.stringify(rows),
    commandId && !forgets ? JSON.stringify(rows[0]!.facts) : null,
    actorOf(actor),
  ])
  const answering = rows.flatMap(({ id, name, facts }) =>
    reactions.filter((one) => one.event === name).map((reaction) => ({ reaction, id, facts })),
  )
  // With nobody to answer, the commit goes out behind it at once.
  if (answering.length) await written
  for (const { reaction, id, facts } of answering) {
    if (reaction.within) await reaction.react(facts, given)
    else await queue(reaction, { organisation: actor.organisation, eventId: id, facts }, given)
  }
}

const claim = async (
  { name, forgets }: Command,
  input: unknown,
  commandId: string,
  { actor, db, now }: Circumstances,
): Promise<unknown> => {
  const hash = forgets ? Buffer.alloc(0) : digest("sha256", stable(input), "buffer")
  const mine = [actor.organisation, actorOf(actor), commandId]
  const { rowCount } = await send(db, claimText, [...mine, name, hash, now.toString()])
  if (rowCount) return undefined

  const { rows } = await send(db, claimedText, mine)
  const first = rows[0] as { name: string; input_hash: Buffer; answer: EventFacts | null }
  if (first.name !== name || !first.input_hash.equals(hash)) refuse("command_reused")
  return first.answer ?? {}
}

const actorOf = (actor: Actor) => actor.personId ?? actor.organisation

// Written out, not built: every command sends these, and building a query takes as long as running it.
const claimText = `insert into commands (organisation_id, actor_id, command_id, name, input_hash, at)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing`
const claimedText = `select name, input_hash, answer from commands
  where organisation_id = $1 and actor_id = $2 and command_id = $3`
// The answer joins the command in the same statement: one message less.
const journalText = `with kept as (
    update commands set answer = $8::jsonb
     where organisation_id = $1 and actor_id = $9 and command_id = $5 and $8::jsonb is not null
  )
  insert into events (organisation_id, id, name, facts, actor_id, via, triggered_by, command_id, at)
  select $1, one.id, one.name, one.facts, $2, $3, $4, $5, $6
    from jsonb_to_recordset($7::jsonb) as one (id uuid, name text, facts jsonb)`

/** The same input gives the same text whatever the order of its keys. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof inner === "bigint"
        ? inner.toString()
        : inner,
  ) ?? "null"

// 40001: serialization failure; 40P01: deadlock. Both mean "nothing happened, try again".
const isLostRace = (error: unknown) =>
  !(error instanceof Refusal) && ["40001", "40P01"].includes((error as { code?: string }).code ?? "")

declare module "./db.ts" {
  interface Tables {
    organisations: {
      id: string
      name: string
      language: string
      zone: string
      country: string
      settings: unknown
      created_at: import("kysely").Generated<Temporal.Instant>
    }
    commands: {
      organisation_id: string
      actor_id: string
      command_id: string
      name: string
      input_hash: Buffer
      answer: import("kysely").ColumnType<EventFacts | null, unknown, unknown>
      at: Temporal.Instant
    }
    events: {
      organisation_id: string
      id: string
      name: string
      facts: import("kysely").ColumnType<EventFacts, unknown, never>
      actor_id: string | null
      via: string
      triggered_by: string | null
      command_id: string | null
      at: Temporal.Instant
      position: bigint | null
      hash: Buffer | null
    }
  }
}
