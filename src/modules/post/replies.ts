import type { CalendarReply } from "../../kernel/calendar/read.ts"
import type { Db } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import type { Inbound } from "../../kernel/mail/inbound.ts"
import type { Circumstances, OrganisationId } from "../../kernel/rule.ts"
import type { Sending } from "./composers.ts"

/** What came back about a letter. Whoever holds the letter may have written it: it proves no identity. */
export type Reply = { sending: Sending; message: Inbound }

/** Runs in the organisation of the letter, as the system; must bear being run twice. */
export type ReplyHandler = (reply: Reply, given: Circumstances) => Promise<unknown>

const handlers = new Map<string, ReplyHandler>()

/** Says who hears what is answered to the letters of a kind ("done" to a task, words to a convocation). Bounces are the post's own. */
export const onReply = (kind: string, handler: ReplyHandler): void => void handlers.set(kind, handler)

export const handlerOf = (kind: string): ReplyHandler | undefined => handlers.get(kind)

/**
 * What a calendar answered, with what speaks for it: the letter of ours whose token it carries, the sender it claims (lower
 * case), and whether the server that took it says that the sender is not who it claims.
 */
export type CalendarAnswer = {
  reply: CalendarReply
  sending: Sending | undefined
  from: string | undefined
  is_disowned: boolean
}

/** Who hears what calendars answer: they name the event by its UID, and often forget our addresses. It judges whose answer it is. */
export type CalendarHandler = {
  organisationOf: (reply: CalendarReply, db: Db) => Promise<OrganisationId | undefined>
  handle: (answer: CalendarAnswer, given: Circumstances) => Promise<unknown>
}

/** Who hears what is sent in copy to an address of theirs, which answers no letter of ours. */
export type CopyHandler = {
  /** The organisation whose address this is, when the token is theirs. */
  organisationOf: (token: string, given: { db: Db; equipment: Equipment }) => Promise<OrganisationId | undefined>
  /** Runs in that organisation, as the system; must bear being run twice. */
  handle: (message: Inbound, given: Circumstances) => Promise<unknown>
}

let copies: CopyHandler | undefined
export const onCopy = (handler: CopyHandler): void => void (copies = handler)
export const copyHandler = (): CopyHandler | undefined => copies

let calendars: CalendarHandler | undefined
export const onCalendarReply = (handler: CalendarHandler): void => void (calendars = handler)
export const calendarHandler = (): CalendarHandler | undefined => calendars
