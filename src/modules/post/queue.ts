import type pg from "pg"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { messageId } from "../../kernel/mail/token.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** A letter to one person, to be composed when it leaves. */
export type LetterOrder = {
  /** Who composes it: see `composes`. */
  kind: string
  bodyId: string | null
  personId: string | null
  meetingId?: string | null
  taskId?: string | null
  /** By post it waits to be printed and ticked; by e-mail the worker sends it. */
  means: "email" | "post"
  /** The e-mail address, or the postal one on several lines ("" when it is handed over). Frozen: it is what was done. */
  address: string
  subject: string
  /** Ids and figures only. */
  content: Record<string, unknown>
  /** Not before; now unless told. */
  at?: Temporal.Instant
}

/** Queues letters in the transaction at hand: they leave once it is committed, or never. Answers their ids, in order. */
export const queueLetters = async (
  letters: readonly LetterOrder[],
  { actor, db, now, office, restored }: Circumstances,
): Promise<string[]> => {
  const rows = letters.map((letter) => {
    const id = newId()
    return {
      organisation_id: actor.organisation,
      id,
      body_id: letter.bodyId,
      kind: letter.kind,
      meeting_id: letter.meetingId ?? null,
      task_id: letter.taskId ?? null,
      person_id: letter.personId,
      means: letter.means,
      address: letter.address,
      subject: letter.subject,
      content: json(letter.content),
      message_id: messageId(tokenOf(id), office.domain),
      next_at: letter.means === "email" ? (letter.at ?? now) : null,
      queued_at: now,
      ...(restored && letter.means === "email" && AFTER_RESTORE),
    }
  })
  // PostgreSQL takes 65535 parameters in a statement.
  for (let from = 0; from < rows.length; from += 2000)
    await db
      .insertInto("sendings")
      .values(rows.slice(from, from + 2000))
      .execute()
  return rows.map(({ id }) => id)
}

/** Holds back what has not left yet, of one kind or more, about a meeting; answers how many. */
export const withdrawLetters = async (
  { meetingId, kinds, personIds }: { meetingId: string; kinds: readonly string[]; personIds?: readonly string[] },
  { db }: Circumstances,
): Promise<number> => {
  let update = db
    .updateTable("sendings")
    .set({ state: "withdrawn", next_at: null, held_until: null })
    .where("meeting_id", "=", meetingId)
    .where("kind", "in", [...kinds])
    .where("state", "in", ["waiting", "kept"])
  if (personIds) update = update.where("person_id", "in", [...personIds])
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Takes the address out of letters to somebody who is no person of the file; what has not left never will. That they were sent stays. */
export const forgetLetters = async (ids: readonly string[], { db }: Pick<Circumstances, "db">): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable("sendings")
    .set({ state: "withdrawn", next_at: null, held_until: null })
    .where("id", "in", [...ids])
    .where("state", "in", ["waiting", "kept"])
    .execute()
  await db
    .updateTable("sendings")
    .set({ address: "", content: json({}), server_answer: null, bounce: null })
    .where("id", "in", [...ids])
    .execute()
}

/** It may have left before: nobody sends it again by itself, somebody is shown it and decides. */
const AFTER_RESTORE = { state: "unknown", server_answer: "restored", next_at: null } as const

/**
 * Holds back, in a database just restored, the e-mail that the installation of the backup has or may have sent since.
 * By the owner, in every organisation. What has never been tried and was not due yet leaves at its hour. Answers how many.
 */
export const holdRestored = async (owner: pg.ClientBase): Promise<number> => {
  const { rowCount } = await owner.query(
    `update sendings set state = $1, server_answer = $2, next_at = null, held_until = null
      where means = 'email' and (state = 'sending' or state = 'waiting' and (attempts > 0 or next_at <= now()))`,
    [AFTER_RESTORE.state, AFTER_RESTORE.server_answer],
  )
  return rowCount ?? 0
}

/** The id of a sending as it stands in addresses, and back. */
export const tokenOf = (id: string): string => id.replaceAll("-", "")
export const idOfToken = (token: string): string | undefined =>
  /^[0-9a-f]{32}$/.test(token) ? token.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : undefined
