import type { ReadOf } from "../../../shell/api.ts"
import type { Translate } from "../../../shell/use-words.ts"

type Described = ReadOf<"series.list">["rows"][number]["described"]

/** "le lundi, toutes les 2 semaines, 8 h 15–9 h 15, sauf en juillet" */
export const seriesWords = (series: Described, t: Translate, hours: (from: string, to: string) => string): string =>
  [pattern(series, t), hours(series.starts, series.ends), except(series, t)].filter(Boolean).join(", ")

const pattern = (series: Described, t: Translate): string => {
  const { every, step } = series
  const days = series.weekdays.map((day) => t.named(`meetings.weekday.${day}`)).join(", ")
  if (every === "week") return t("meetings.series.every.week", { days, step })
  if (every === "month_weekday")
    return t("meetings.series.every.month_weekday", { nth: String(series.nth), days, step })
  return t("meetings.series.every.month_day", { day: series.day ?? 1, last: series.day === -1 ? "yes" : "no", step })
}

const except = ({ except_months }: Described, t: Translate): string =>
  except_months.length === 0
    ? ""
    : t("meetings.series.except", {
        months: except_months.map((month) => t.named(`meetings.month.${month}`)).join(", "),
      })
