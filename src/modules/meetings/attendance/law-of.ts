import { z } from "zod"
import type { Db } from "../../../kernel/db.ts"
import { type MajorityRule, majorityRuleSchema } from "../../../kernel/law/majority.ts"
import { type ProxyRule, proxyRuleSchema } from "../../../kernel/law/proxies.ts"
import { type QuorumRule, quorumRuleSchema } from "../../../kernel/law/quorum.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import type { Meeting } from "../meeting.ts"

/** A rule of the body's rulebook as a meeting reads it. `asked`: the rulebook knows it, and nobody has said its value. */
export type Known<V> = { value: V | null; asked: boolean; record: Rule | null }

export type MeetingLaw = {
  quorum: Known<QuorumRule>
  majority: Known<MajorityRule>
  proxies: Known<ProxyRule>
  /** After how many meetings without the number the next one is valid whatever the number; 0: never. */
  waivedAfter: Known<number>
  /** How long after the meeting without the number at least, in days or clear days. */
  interval: Known<number>
  notice: Rule | null
}

/** What the rulebook says of a meeting on its day, through its type; a meeting without type follows no rule. */
export const lawOf = async (meeting: Pick<Meeting, "body_id" | "type_id" | "starts">, db: Db): Promise<MeetingLaw> => {
  const type = meeting.type_id
    ? await db.selectFrom("meeting_types").selectAll().where("id", "=", meeting.type_id).executeTakeFirst()
    : undefined
  const on = meeting.starts.toPlainDate()
  const known = async <V>(key: string | null | undefined, parse: (value: unknown) => V): Promise<Known<V>> => {
    const record = key ? await ruleOf(meeting.body_id, key, on, db) : null
    const has = record !== null && record.value !== null
    return { value: has ? parse(record.value) : null, asked: record !== null && !has, record }
  }
  return {
    quorum: await known(type?.quorum_rule, quorumRuleSchema.parse),
    majority: await known(type?.majority_rule, majorityRuleSchema.parse),
    proxies: await known(type?.proxy_rule, proxyRuleSchema.parse),
    waivedAfter: await known(quorumKey(type?.quorum_rule, "waived_after"), z.int().min(0).max(5).parse),
    interval: await known(quorumKey(type?.quorum_rule, "interval"), z.int().min(0).max(366).parse),
    notice: type?.notice_rule ? await ruleOf(meeting.body_id, type.notice_rule, on, db) : null,
  }
}

// One for all the quorums of a body: be.locale.quorum.statutory and be.locale.quorum.assembly share be.locale.quorum.waived_after.
const quorumKey = (quorumRule: string | null | undefined, name: "waived_after" | "interval") =>
  quorumRule?.includes(".quorum") ? quorumRule.replace(/\.quorum.*$/, `.quorum.${name}`) : null
