import { createContext, useContext, useMemo } from "react"
import * as dates from "../kernel/words/dates.ts"
import * as numbers from "../kernel/words/numbers.ts"
import { type Language, type Values, format } from "../kernel/words/words.ts"
import type { Key } from "../words.ts"

const LanguageContext = createContext<Language>("fr")
export const LanguageProvider = LanguageContext.Provider
export const useLanguage = (): Language => useContext(LanguageContext)

/** A sentence by its key. `t.named` takes a key made while running, such as `decisions.state.${state}`. */
export type Translate = ((key: Key, values?: Values) => string) & { named: (key: string, values?: Values) => string }

export const useWords = (): Translate => {
  const language = useLanguage()
  return useMemo(() => translate(language), [language])
}

/** Days, hours and figures in the reader's language: `useFigures().dayAndHour("2026-05-21T19:30")`. */
export const useFigures = () => {
  const language = useLanguage()
  return useMemo(() => figures(language), [language])
}

/** Today on this device, as an ISO date. */
export const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join(
    "-",
  )
}

/** The day of an instant on the clocks of this device, as an ISO date. */
export const dayHere = (at: string): string => String(here(at)).slice(0, 10)

/** The zone of this device, shown beside hours that belong to another. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const translate = (language: Language): Translate => {
  const named = (key: string, values?: Values) => format(language, key, values)
  return Object.assign((key: Key, values?: Values) => named(key, values), { named })
}

// Days are told as they are; of an instant, the day it was here.
const here = (date: dates.DayLike) => dates.there(date, ownZone())

const figures = (language: Language) => ({
  day: (date: dates.DayLike) => dates.day(language, here(date)),
  // A register goes back years: without its year, a day of last December reads as next month's.
  dayOfYear: (date: dates.DayLike) =>
    String(here(date)).slice(0, 4) === today().slice(0, 4)
      ? dates.dayOfYear(language, here(date))
      : dates.day(language, here(date)),
  dayOnly: (date: dates.DayLike) => dates.dayOnly(language, here(date)),
  dayAndMonth: (date: dates.DayLike) => dates.dayAndMonth(language, here(date)),
  days: (from: dates.DayLike, to: dates.DayLike) => dates.days(language, from, to),
  month: (date: dates.DayLike) => dates.month(language, here(date)),
  hour: (time: dates.HourLike) => dates.hour(language, time),
  hours: (from: dates.HourLike, to: dates.HourLike) => dates.hours(language, from, to),
  dayAndHour: (at: string) => dates.dayAndHour(language, at),
  moment: (at: string, zone = ownZone()) => dates.moment(language, at, zone),
  ago: (at: string, zone = ownZone()) => dates.ago(language, at, zone, today()),
  relative: (date: dates.DayLike) => dates.relativeDay(language, here(date), today()),
  longAgo: (date: dates.DayLike) => dates.longAgo(language, here(date), today()),
  /** "FR" as "France"; a name somebody typed stays as it is. */
  country: (country: string) =>
    /^[A-Z]{2}$/.test(country) ? (new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country) : country,
  lasting: (minutes: number) => dates.lasting(language, minutes),
  lastingSeconds: (seconds: number) => dates.lastingSeconds(language, seconds),
  money: (euros: numbers.Decimal) => numbers.money(language, euros),
  number: (value: numbers.Decimal) => numbers.number(language, value),
  percent: (share: number) => numbers.percent(language, share),
  bytes: (size: number) => numbers.bytes(language, size),
})
