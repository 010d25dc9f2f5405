import type { Key } from "../../words.ts"
import type { Values } from "../../kernel/words/words.ts"
import type { CallRow } from "./tables.ts"

type Said = Pick<CallRow, "seats" | "who" | "min_months" | "parity" | "least" | "statement_max" | "photo" | "shown"> & {
  body: string
  /** The function, or the mandate elsewhere. */
  what: string
  /** Names of the functions of those who may stand. */
  holders: readonly string[]
  /** The last moment, in words. */
  until: string
}

/** The text of a call, made of what was chosen. */
export const textOf = (said: Said, t: (key: Key, values?: Values) => string): string => {
  const { body, what, seats, until, statement_max, who, min_months, parity, least, photo, shown } = said
  const paragraphs = [
    [
      t("calls.model.opening", { body, what }),
      t("calls.model.seats", { seats }),
      parity !== "none" && t(`calls.model.parity.${parity}`, { least: least ?? 0 }),
    ],
    [
      t(`calls.model.who.${who}`, { functions: said.holders.join(", ") }),
      (who === "members" || who === "members_up_to_date") &&
        min_months > 0 &&
        t("calls.model.months", { months: min_months }),
      t("calls.model.day"),
    ],
    [
      t("calls.model.until", { until }),
      t("calls.model.how", { max: statement_max }),
      photo && t("calls.model.photo"),
      t("calls.model.paper"),
    ],
    [t(`calls.model.shown.${shown}`), t("calls.model.lot"), t("calls.model.extended")],
  ]
  return paragraphs.map((sentences) => sentences.filter((one) => one !== false).join(" ")).join("\n\n")
}
