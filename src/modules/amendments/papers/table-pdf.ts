import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { listPdf } from "../../../kernel/typeset/papers.ts"
import { day } from "../../../kernel/words/dates.ts"
import { format } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import type { Order } from "../discussion.ts"
import type { Base } from "../seen.ts"
import { tableColumns, tableRows } from "./table-rows.ts"

/** The table as it is laid on the desks: read in its transaction, printed after it. */
export const tablePdf = async (base: Base, order: Order, given: Circumstances): Promise<() => Promise<Uint8Array>> => {
  const { db, actor, now } = given
  const { language } = actor
  const body = (await findBody(base.body_id, db))!
  const rows = await tableRows(base, order, given)
  const today = dayOf(now)
  return () =>
    listPdf({
      body: body.name,
      title: base.title,
      kind: say(language, "amendments.table"),
      date: today.toString(),
      lang: language,
      subtitle: [base.reference, say(language, "amendments.version", { number: base.version }), day(language, today)]
        .filter(Boolean)
        .join(" · "),
      columns: tableColumns.map((key, index) => ({ title: format(language, key), width: widths[index] ?? 1 })),
      rows: rows.map((row) => row.map((cell) => String(cell ?? ""))),
      landscape: true,
      note: say(language, `amendments.order.${order}.lead`),
    })
}

const widths = [0.4, 1.2, 1.2, 1.4, 3.2, 0.9, 1, 2, 1.4]
