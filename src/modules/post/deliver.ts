import { sql } from "kysely"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import { system } from "../../kernel/job.ts"
import type { Attachment, Letter, Receipt } from "../../kernel/mail/message.ts"
import { next } from "../../kernel/mail/retry.ts"
import { noRelay } from "../../kernel/mail/send.ts"
import { plusAddress } from "../../kernel/mail/token.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { type Composed, composerOf, type LateAttachment, remembering, type Sending } from "./composers.ts"
import { tokenOf } from "./queue.ts"

export type Delivered = {
  /** How many were handed to the relay, whatever it said. */
  tried: number
  /** The relay itself is in trouble: the rest was put back, and there is no use hurrying. */
  relay_trouble: string | undefined
  organisations: Set<OrganisationId>
}

/** What this process holds now; the worker keeps holding it. */
export const held = new Set<string>()

// Longer than the pause between two signs of life of the worker (20 s), with room for a busy machine.
export const LEASE = { minutes: 3 }

/**
 * Sends what is due, at most `at_most` letters, `at_once` at a time. Safe in several processes at once: each letter is claimed
 * by one. Transactions are short: none is open while a PDF is made or the relay speaks.
 */
export const deliverDue = async ({
  db,
  equipment,
  now = Temporal.Now.instant,
  at_most = 250,
  at_once = 6,
}: {
  db: Db
  equipment: Equipment
  now?: () => Temporal.Instant
  at_most?: number
  at_once?: number
}): Promise<Delivered> => {
  const at = now()
  const { rows } = await sql<{ organisation_id: OrganisationId; id: string }>`
    select * from claim_sendings(${at_most}, ${at}, ${at.add(LEASE)})`.execute(db)
  for (const { id } of rows) held.add(id)
  const done: Round = { tried: 0, troubles: 0, relay_trouble: undefined, organisations: new Set() }
  try {
    const letters: Ready[] = []
    for (const [organisation, mine] of Map.groupBy(rows, ({ organisation_id }) => organisation_id)) {
      const ids = mine.map(({ id }) => id)
      done.organisations.add(organisation)
      const own = { db, equipment, now }
      letters.push(...(await composed(organisation, ids, own).catch(() => composedAlone(organisation, ids, own))))
    }
    await Promise.all(Array.from({ length: at_once }, () => sendOnes(letters, { db, equipment, now, done })))
  } finally {
    for (const { id } of rows) held.delete(id)
  }
  return done
}

type Round = Delivered & { troubles: number }

// One letter may make the relay hang up on us; three in a row, and it is the relay that is away.
const AWAY = 3

type Ready = { organisation: OrganisationId; sending: Sending; letter: Composed; is_example: boolean }
type Process = { db: Db; equipment: Equipment; now: () => Temporal.Instant }

/** Takes one letter after the other until none is left. */
const sendOnes = async (letters: Ready[], own: Process & { done: Round }): Promise<void> => {
  const { db, equipment, now, done } = own
  let said: Said | undefined
  try {
    for (let one = letters.shift(); one; one = letters.shift()) {
      const whole = done.relay_trouble === undefined ? await whatLeaves(one, own) : await putBack(one, db)
      if (!whole) continue
      const begun = await begin(one, said, now(), db)
      said = begun ? await handOver(whole, one, { equipment, now, done }) : undefined
    }
  } finally {
    if (said) await end(said, db)
  }
}

const whatLeaves = (one: Ready, { db, equipment, now }: Process): Promise<Letter | void> =>
  lettered(one, equipment).catch((error: Error) => postpone(one, error, now(), db))

/** The letters of one organisation, written in one transaction. What cannot be composed waits, with the reason. */
const composed = async (
  organisation: OrganisationId,
  ids: string[],
  { db, equipment, now }: Process,
): Promise<Ready[]> => {
  const once = remembering()
  return inOrganisation(db, organisation, async (tx) => {
    const is_example = await isExample(tx)
    const given = { ...equipment, actor: system(organisation), db: tx, now: now(), once }
    const sendings = (await tx
      .selectFrom("sendings")
      .selectAll()
      .where("id", "in", ids)
      .orderBy("next_at")
      .orderBy("id")
      .execute()) as Sending[]
    const ready: Ready[] = []
    for (const sending of sendings) {
      const letter = await composerOf(sending.kind)?.(sending, given)
      if (letter) ready.push({ organisation, sending, letter, is_example })
      else
        await tx
          .updateTable("sendings")
          .set({ state: "withdrawn", next_at: null, held_until: null })
          .where("id", "=", sending.id)
          .execute()
    }
    return ready
  })
}

/** The people of the example are fictional, and so are their addresses: no relay hears of them. */
export const isExample = async (tx: Db): Promise<boolean> => {
  const { rows } = await sql`select from organisations where settings @> '{"example": true}'`.execute(tx)
  return rows.length > 0
}

// One letter that cannot be written must not hold back the others: each is tried by itself, and that one waits with the reason.
const composedAlone = async (organisation: OrganisationId, ids: string[], own: Process): Promise<Ready[]> => {
  const ready: Ready[] = []
  for (const id of ids)
    ready.push(
      ...(await composed(organisation, [id], own).catch(async (error: Error) => {
        await postpone({ organisation, sending: { id } }, error, own.now(), own.db)
        return []
      })),
    )
  return ready
}

/** What the relay said of a letter, to be written down with the beginning of the next: one round trip for both. */
type Said = { one: Ready; receipt: Receipt; at: Temporal.Instant }

/**
 * From here on the relay may have it: if this process dies now, nobody can say, and nobody sends it again by itself.
 * False: withdrawn in the meantime, because the meeting was moved, and another letter says so.
 */
const begin = async ({ organisation, sending }: Ready, said: Said | undefined, at: Temporal.Instant, db: Db) => {
  const { rows } = await sql<{ begun: boolean }>`
    select ${said ? ended(said) : sql`null`},
           begin_sending(${organisation}, ${sending.id}, ${at}, ${at.add(LEASE)}) as begun`.execute(db)
  return rows[0]!.begun
}

const handOver = async (
  letter: Letter,
  one: Ready,
  { equipment, now, done }: Omit<Process, "db"> & { done: Round },
): Promise<Said> => {
  const receipt = await (one.is_example ? noRelay({ now }) : equipment.mailer).send(letter)
  done.tried++
  // What is kept says nothing of the relay.
  if (receipt.state !== "kept")
    done.troubles = receipt.about === "relay" && receipt.state === "deferred" ? done.troubles + 1 : 0
  if (done.troubles >= AWAY) done.relay_trouble = receipt.server_answer
  return { one, receipt, at: now() }
}

const end = (said: Said, db: Db) => sql`select ${ended(said)}`.execute(db)

/** Writes down what the server said, and what follows from it. */
const ended = ({ one: { organisation, sending }, receipt, at }: Said) => {
  const then = next({ state: receipt.state, at }, sending.attempts + 1)
  const state = {
    done: "accepted",
    again: "waiting",
    give_up: receipt.state === "refused" ? "refused" : "given_up",
    ask: "unknown",
    keep: "kept",
  } as const
  return sql`end_sending(${organisation}, ${sending.id}, ${state[then.act]}, ${then.act === "again" ? then.at : null},
                         ${receipt.server_answer || null}, ${then.act === "done" ? at : null})`
}

const putBack = async ({ organisation, sending }: Ready, db: Db): Promise<void> => {
  await inOrganisation(db, organisation, (tx) =>
    tx
      .updateTable("sendings")
      .set({ held_until: null })
      .where("id", "=", sending.id)
      .where("state", "=", "waiting")
      .execute(),
  )
}

// Not sent, for a reason of ours (a PDF that does not typeset): tried again, and the reason is shown.
const postpone = async (
  { organisation, sending }: { organisation: OrganisationId; sending: { id: string } },
  error: Error,
  now: Temporal.Instant,
  db: Db,
): Promise<void> => {
  await inOrganisation(db, organisation, (tx) =>
    tx
      .updateTable("sendings")
      .set({ held_until: null, next_at: now.add({ minutes: 5 }), server_answer: error.message.slice(0, 500) })
      .where("id", "=", sending.id)
      .where("state", "=", "waiting")
      .execute(),
  )
}

/** The letter as it leaves: numbered, addressed, with its files. Answers and bounces come to an address of their own where we read them. */
const lettered = async (
  { organisation, sending, letter: { to_name, attachments, ...letter } }: Ready,
  { office }: Equipment,
): Promise<Letter> => {
  const token = tokenOf(sending.id)
  const back = office.inbox ? plusAddress(token, office.from.address) : undefined
  return {
    ...letter,
    to: { address: sending.address, ...(to_name ? { name: to_name } : {}) },
    message_id: sending.message_id,
    automatic: letter.automatic ?? true,
    ...(back ? { return_path: back, reply_to: letter.reply_to ?? { address: back } } : {}),
    ...(attachments ? { attachments: await Promise.all(attachments.map((one) => madeOnce(organisation, one))) } : {}),
  }
}

// The PDFs of the last meetings convened; a few hundred kB each.
const files = new Map<string, Promise<Uint8Array>>()
const KEPT_FILES = 12

export const madeOnce = async (
  organisation: string,
  { filename, type, key, make }: LateAttachment,
): Promise<Attachment> => {
  const name = `${organisation} ${key}`
  const known = files.get(name) ?? make()
  files.delete(name)
  files.set(name, known)
  known.catch(() => files.delete(name))
  for (const oldest of files.keys()) if (files.size > KEPT_FILES) files.delete(oldest)
  return { filename, type, content: await known }
}
