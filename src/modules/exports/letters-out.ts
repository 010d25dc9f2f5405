import { dayOf } from "../../kernel/clock.ts"
import { format } from "../../kernel/words/words.ts"
import { findMailingLog, findRegister, mailingFilters, registerFilters } from "../letters/contract.ts"
import { MOST_ROWS } from "./most-rows.ts"
import type { TableOut } from "./tables-out.ts"

// One more than an export holds: it says so rather than leave some out.
const MOST = MOST_ROWS + 1

/** The register of letters, and the log of one that went to many. */
export const lettersOut: Record<"letters" | "mailings", TableOut> = {
  letters: {
    columns: [
      "texts.field.reference",
      "letters.way",
      "letters.day",
      "letters.other",
      "letters.field.subject",
      "texts.field.state",
      "letters.who",
      "letters.due",
      "letters.answered_on",
    ],
    async rows(asked, given) {
      const rows = await findRegister(registerFilters.parse(asked), { limit: MOST, offset: 0 }, given)
      const say = (key: string) => format(given.actor.language, key)
      return rows.map((row) => [
        row.reference,
        say(`letters.way.${row.way}`),
        row.on_day,
        row.other,
        row.title,
        say(row.way === "in" ? `incoming.state.${row.state}` : `texts.state.${row.state}`),
        row.who,
        row.answer_due,
        row.answered_on,
      ])
    },
  },
  mailings: {
    columns: [
      "mailings.column.name",
      "mailings.column.called",
      "mailings.column.address",
      "mailings.column.means",
      "mailings.column.state",
      "mailings.column.at",
      "mailings.column.answer",
    ],
    async rows(asked, given) {
      const rows = await findMailingLog(mailingFilters.parse(asked), MOST, given)
      const say = (key: string) => format(given.actor.language, key)
      return rows.map((row) => [
        row.name,
        row.called,
        row.address,
        row.means && say(`mailings.means.${row.means}`),
        say(
          row.sending_state === null
            ? `mailings.line.${row.state}`
            : row.means === "post" && row.sending_state === "waiting"
              ? "post.state.to_post"
              : `post.state.${row.sending_state}`,
        ),
        row.sent_at && dayOf(row.sent_at),
        row.server_answer,
      ])
    },
  },
}
