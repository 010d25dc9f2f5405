import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { convocationDeadline } from "../../../kernel/law/convocation-deadline.ts"
import { majorityRuleSchema } from "../../../kernel/law/majority.ts"
import { proxyRuleSchema } from "../../../kernel/law/proxies.ts"
import { quorumRuleSchema } from "../../../kernel/law/quorum.ts"
import { ruleOn } from "../../../kernel/law/rule.ts"
import { profileSchema } from "./profile.ts"
import { profiles } from "./profiles.ts"

const today = Temporal.PlainDate.from("2026-11-22")
const values = { quorum: quorumRuleSchema, majority: majorityRuleSchema, proxies: proxyRuleSchema }

for (const profile of Object.values(profiles))
  describe(profile.key, () => {
    const rules = new Map(profile.rules.map((rule) => [rule.key, rule]))
    const functions = new Set(profile.functions.map(({ key }) => key))

    it("is written as a profile is", () => {
      const parsed = profileSchema.safeParse(profile)
      assert.ok(parsed.success, parsed.error?.message ?? "")
    })

    it("names each thing once", () => {
      for (const list of [profile.rules, profile.functions, profile.meeting_types, profile.year]) {
        const keys = list.map(({ key }) => key)
        assert.equal(new Set(keys).size, keys.length)
      }
    })

    it("can count each quorum, majority and proxy it gives", () => {
      for (const { key, unit, value } of profile.rules)
        if (value !== null && unit in values)
          assert.ok(values[unit as keyof typeof values].safeParse(value).success, `${key}: ${JSON.stringify(value)}`)
    })

    it("says where each value comes from, or that it is ours", () => {
      for (const { key, value, confidence, source, legal_basis, read_on } of profile.rules) {
        if (value === null) continue
        if (confidence === "V" || confidence === "V-") assert.ok(source && legal_basis && read_on, key)
        if (confidence === "M+") assert.ok(legal_basis, key)
        if (confidence === "M") assert.equal(source, "Permanence", key)
      }
    })

    it("asks about each value that nobody knows, and about no other", () => {
      const unknown = profile.rules.filter(({ confidence }) => confidence === "?").map(({ key }) => key)
      assert.deepEqual(profile.questions.map(({ rule }) => rule).sort(byText), unknown.sort(byText))
      for (const { key, value, confidence } of profile.rules) if (value === null) assert.equal(confidence, "?", key)
    })

    it("gives its meetings rules, functions and agendas that fit", () => {
      for (const type of profile.meeting_types) {
        for (const [role, key] of Object.entries(type.rules)) {
          if (key === null) continue
          const unit = rules.get(key)?.unit
          assert.ok(unit, `${type.key}: no rule ${key}`)
          if (role in values) assert.equal(unit, role, key)
        }
        for (const key of type.functions) assert.ok(functions.has(key), `${type.key}: no function ${key}`)
        assert.equal(type.electorate === "functions" && type.functions.length === 0, false, type.key)
        const minutes = type.agenda.reduce((sum, item) => sum + item.minutes, 0)
        assert.ok(minutes <= type.duration_minutes, `${type.key}: ${minutes} minutes`)
      }
    })

    it("can convene each of its meetings in time, or says that no notice is asked", () => {
      for (const type of profile.meeting_types) {
        if (!type.rules.notice) continue
        const rule = ruleOn(profile.rules, type.rules.notice, today)!
        const meetingOn = today.add({ days: 30 })
        const deadline = convocationDeadline({ rule, meetingOn, country: profile.country, now: today })
        assert.equal(deadline?.late, false, type.key)
        const until = type.rules.items_until && rules.get(type.rules.items_until)?.value
        // An item proposed on the last day must still be in the convocation.
        if (until) assert.ok(Number(until) > Number(rule.value), type.key)
      }
    })

    it("has a year of meetings it knows, from rules it has", () => {
      const types = new Set(profile.meeting_types.map(({ key }) => key))
      for (const { key, meeting_type, rule } of profile.year) {
        assert.ok(types.has(meeting_type), key)
        if (rule) assert.ok(rules.has(rule), key)
      }
      const needed = ["budget", "accounts", "elections"]
      for (const key of needed)
        assert.ok(
          profile.year.some((occasion) => occasion.key === key),
          key,
        )
    })

    it("excludes both ways, and lets its founder do what a founder must", () => {
      for (const { key, excludes } of profile.functions)
        for (const other of excludes) {
          const back = profile.functions.find((one) => one.key === other)?.excludes
          assert.ok(back?.includes(key), `${key} excludes ${other}`)
        }
      const founder = profile.functions.find(({ key }) => key === profile.founder)
      for (const capability of ["people.manage", "bodies.manage", "mandates.manage", "meetings.convene"] as const)
        assert.ok(founder?.capabilities.includes(capability), capability)
    })

    it("is written in French as French is printed", () => {
      for (const text of frenchOf(profile))
        assert.doesNotMatch(text, /'|[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0][»%€]/, text)
    })
  })

function byText(a: string, b: string) {
  return a.localeCompare(b)
}

/** Every French sentence of a profile, and the notes of its rules. */
function frenchOf(value: unknown, under = ""): string[] {
  if (typeof value === "string") return under === "fr" || under === "note" || under === "legal_basis" ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => frenchOf(one, under))
  if (value === null || typeof value !== "object") return []
  const inFrench = under === "fr" ? () => "fr" : (key: string) => key
  return Object.entries(value).flatMap(([key, one]) => frenchOf(one, inFrench(key)))
}
