import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { writtenCommunication } from "../../kernel/law/structured-communication.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances, Rule } from "../../kernel/rule.ts"
import { format } from "../../kernel/words/words.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import {
  applicationFilters,
  duesFilters,
  findApplications,
  findDues,
  findPayments,
  findRoll,
  linesOfRoll,
  paymentFilters,
  readsDues,
  readsMembers,
  reasonsInWords,
} from "../members/contract.ts"
import type { TableOut } from "./tables-out.ts"

const limit = 200_001

/** Members and dues as tables: to export takes the right to export, and the right to read the list itself. */
export const membersOut: Record<"dues" | "payments" | "applications" | "roll", TableOut> = {
  dues: {
    columns: [
      "exports.family_name",
      "exports.given_name",
      "exports.email",
      "exports.town",
      "members.column.since",
      "exports.dues_until",
      "members.column.amount",
      "exports.euros",
      "members.column.paid",
      "exports.communication",
      "exports.last_letter",
    ],
    async rows(asked, given) {
      const filters = duesFilters.parse(asked)
      const body = await readable(filters.bodyId, readsDues, given)
      const today = dayOf(given.now, body.zone)
      const rows = await findDues({ ...filters, year: filters.year ?? today.year, today, limit }, given.db)
      return rows.map((row) => [
        row.family_name,
        row.given_name,
        row.email,
        row.town,
        row.since.toString(),
        row.dues_until?.toString() ?? null,
        row.freed ?? row.label,
        euros(row.cents),
        euros(row.paid),
        row.communication && writtenCommunication(row.communication),
        row.step && row.written_on && `${row.step}, ${row.written_on.toString()}`,
      ])
    },
  },
  payments: {
    columns: [
      "members.column.receipt",
      "exports.name",
      "members.column.year",
      "exports.euros",
      "members.column.paid_on",
      "members.column.means",
      "members.pay.payer",
      "exports.cancelled",
      "members.reason",
    ],
    async rows(asked, given) {
      const filters = paymentFilters.parse(asked)
      await readable(filters.bodyId, readsDues, given)
      const rows = await findPayments({ ...filters, limit }, given.db)
      return rows.map((row) => [
        row.receipt,
        row.name,
        row.year,
        euros(row.cents),
        row.paid_on.toString(),
        format(given.actor.language, `members.means.${row.means}`),
        row.payer,
        row.cancelled_at && dayOf(row.cancelled_at).toString(),
        row.cancel_reason,
      ])
    },
  },
  applications: {
    columns: [
      "exports.name",
      "members.column.ring",
      "members.column.state",
      "members.column.asked",
      "members.column.answer_by",
      "members.column.source",
      "exports.email",
      "exports.town",
    ],
    async rows(asked, given) {
      const filters = applicationFilters.parse(asked)
      await readable(filters.bodyId, holds("people.manage"), given)
      const say = (key: string) => format(given.actor.language, key)
      const rows = await findApplications({ ...filters, limit }, given)
      return rows.map((row) => [
        row.name,
        say(`mandates.ring.${row.ring}`),
        say(`members.application.${row.state}`),
        dayOf(row.asked_at).toString(),
        row.answer_by.toString(),
        say(`members.source.${row.source}`),
        row.email,
        row.town,
      ])
    },
  },
  roll: {
    columns: ["exports.number", "exports.name", "exports.entitled", "members.roll.why"],
    async rows(asked, given) {
      const { rollId, bodyId } = z.object({ rollId: z.uuid(), bodyId: z.uuid() }).parse(asked)
      const roll = await findRoll(rollId, given.db)
      // The right to export was asked of the body in the address: it must be that of the roll.
      if (!roll || roll.body_id !== bodyId) return refuse("not_found", {}, 404)
      await readable(roll.body_id, readsMembers, given)
      return (await linesOfRoll(rollId, given.db)).map(({ place, name, entitled, reasons }) => [
        place,
        name,
        entitled,
        reasonsInWords(reasons, given.actor.language),
      ])
    },
  },
}

const readable = async (bodyId: string, allow: Rule<{ body_id: string }>, given: Circumstances) => {
  const body = await findBodyEvenClosed(bodyId, given.db)
  if (!body || !(await allow(body, given))) return refuse("not_found", {}, 404)
  return body
}

const euros = (cents: bigint | null) =>
  cents === null ? null : { decimal: `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}` }
