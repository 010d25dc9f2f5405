import { refuse } from "../../kernel/refusal.ts"
import { dayOf } from "../../kernel/clock.ts"
import { format } from "../../kernel/words/words.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { findNewcomers, newcomerFilters } from "../welcome/contract.ts"
import type { TableOut } from "./tables-out.ts"

/** Who came to a body, as a table: for whoever runs the welcome. */
export const welcomeOut: Record<"newcomers", TableOut> = {
  newcomers: {
    columns: [
      "exports.family_name",
      "exports.given_name",
      "exports.email",
      "people.phone",
      "exports.town",
      "welcome.wish",
      "welcome.source",
      "welcome.column.state",
      "welcome.column.step",
      "welcome.column.welcomer",
      "welcome.column.due",
      "welcome.column.came",
    ],
    async rows(asked, given) {
      const filters = newcomerFilters.parse(asked)
      const body = (await findBodyEvenClosed(filters.bodyId, given.db)) ?? refuse("not_found", {}, 404)
      if (!(await holds("welcome.manage")({ body_id: body.id }, given))) refuse("not_found", {}, 404)
      const say = (key: string) => format(given.actor.language, key)
      const rows = await findNewcomers({ ...filters, limit: 200_000 }, given)
      return rows.map((one) => [
        one.family_name,
        one.given_name,
        one.email,
        one.phone,
        one.town,
        say(`welcome.wish.${one.wish}`),
        say(`welcome.source.${one.source}`),
        say(`welcome.state.${one.state}`),
        one.step,
        one.welcomer,
        one.due,
        dayOf(one.confirmed_at, body.zone),
      ])
    },
  },
}
