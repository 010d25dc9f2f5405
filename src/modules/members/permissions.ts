import { anyOf } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"

/** Amounts are read by who keeps the money, who audits it and who keeps the chapter: not by all who know the people. */
export const readsDues = anyOf<{ body_id: string }>(holds("dues.read"), holds("dues.manage"))
export const readsMembers = anyOf<{ body_id: string }>(holds("people.read"), holds("people.manage"))
