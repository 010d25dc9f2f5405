import type { Circumstances } from "../../../kernel/rule.ts"
import type { Cell } from "../../../kernel/tables/cell.ts"
import { money } from "../../../kernel/words/numbers.ts"
import { format } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Order } from "../discussion.ts"
import { tableOf } from "../read-table.ts"
import type { Base } from "../seen.ts"

export const tableColumns = [
  "amendments.column.n",
  "amendments.column.who",
  "texts.field.author",
  "amendments.column.place",
  "amendments.says",
  "amendments.field.effect",
  "amendments.column.state",
  "amendments.meets.title",
  "amendments.column.fells",
] as const

/** The table as rows: one for paper, CSV and Excel alike. */
export const tableRows = async (base: Base, order: Order, given: Circumstances): Promise<Cell[][]> => {
  const { language } = given.actor
  const { rows } = await tableOf(base, order, given)
  const named = new Map(
    rows.map(({ id, number, group_name, amends_id }) => {
      const name =
        group_name && number
          ? say(language, "amendments.name.other", { group: group_name, number })
          : (group_name ?? number ?? say(language, "amendments.name.draft"))
      return [id, amends_id ? say(language, "amendments.name.sub", { name }) : name]
    }),
  )
  return rows.map((row) => [
    row.n,
    named.get(row.id) ?? "",
    row.author,
    row.place,
    row.says,
    row.effect === "none"
      ? null
      : [
          say(language, `amendments.effect.${row.effect}`),
          row.amount_cents && money(language, Number(row.amount_cents) / 100),
        ]
          .filter(Boolean)
          .join(" "),
    row.moot
      ? say(language, "amendments.moot")
      : row.snagged
        ? say(language, "amendments.take_up.mark")
        : row.state && format(language, `texts.state.${row.state}`),
    row.meets.map(({ id, how }) => say(language, `amendments.meets.${how}`, { name: named.get(id) ?? "" })).join("\n"),
    row.fells.map((id) => named.get(id) ?? "").join(", "),
  ])
}
