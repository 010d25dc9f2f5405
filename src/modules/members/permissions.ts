import { sql } from "kysely"
import { anyOf } from "../../kernel/rule.ts"
import { bodiesWhere, holds, type Who } from "../mandates/contract.ts"

/** Amounts are read by who keeps the money, who audits it and who keeps the chapter: not by all who know the people. */
export const readsDues = anyOf<{ body_id: string }>(holds("dues.read"), holds("dues.manage"))
export const readsMembers = anyOf<{ body_id: string }>(holds("people.read"), holds("people.manage"))

/** SQL, of a row with `body_id`: this person reads dues there, as `readsDues`. */
export const isDuesReader = (who: Who, on: Temporal.PlainDate) => sql<boolean>`(
  body_id in (${bodiesWhere("dues.read", who, on)}) or body_id in (${bodiesWhere("dues.manage", who, on)}))`
