import { format } from "../../kernel/words/words.ts"
import { figuresOf, figureWords, tallyFilters } from "../tally/contract.ts"
import type { TableOut } from "./tables-out.ts"

/** The figures of a mandate, a line each. */
export const tallyOut: Record<"tally", TableOut> = {
  tally: {
    columns: ["tally.field.figure", "tally.field.by", "tally.field.count"],
    async rows(asked, given) {
      const { language } = given.actor
      return (await figuresOf(tallyFilters.parse(asked), given)).map((one) => [
        format(language, `tally.figure.${one.figure}`),
        figureWords(one, language),
        one.count,
      ])
    },
  },
}
