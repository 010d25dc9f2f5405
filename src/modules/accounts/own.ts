import { sql } from "kysely"
import type { z } from "zod"
import { record } from "../../kernel/command.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Event } from "../../kernel/event.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { parsed } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { COOKIE, type Session, sessionOf } from "./session.ts"

export type Own<Input> = { input: Input; session: Session; request: Request }

/**
 * What people do to their own account: by their session, never by a key. Like commands it needs a command id, a header that a
 * form of another site cannot send. `strong`: where a second factor stands ready, this session must have given it.
 */
export const own =
  <Schema extends z.ZodType>(
    { input, strong = false }: { input: Schema; strong?: boolean },
    run: (it: Own<z.output<Schema>>) => Promise<object>,
  ) =>
  async (request: Request): Promise<Reply> => {
    const session = await mustHaveSession(request)
    if (!request.headers["x-command-id"]) refuse("command_id_needed")
    if (strong && session.hasFactor && !session.strong) refuse("accounts.second_factor_first", {}, 403)
    return { body: { data: await run({ input: parsed(input, request.body), session, request }) } }
  }

export const mustHaveSession = async ({ cookies, db }: Request): Promise<Session> =>
  (await sessionOf(cookies[COOKIE], db)) ?? refuse("not_signed_in", {}, 401)

/** Writes in the journal of the session's organisation what somebody did to their own account. */
export const note = (event: Event, { session, request: { db, equipment } }: Own<unknown>): Promise<void> =>
  inOrganisation(db, session.actor.organisation, (tx) =>
    record([event], { ...equipment, db: tx, actor: session.actor, now: Temporal.Now.instant() }),
  )

/** One value from a door of the database. */
export const ask = async <T>(query: ReturnType<typeof sql<{ value: T }>>, db: Db): Promise<T> =>
  (await query.execute(db)).rows[0]!.value
