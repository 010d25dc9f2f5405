import type { Language } from "./words.ts"

/**
 * Days and hours in words, the same on screens, in mails and in PDFs. Every function takes a Temporal value or its ISO
 * string, and uses no Temporal itself: the browsers of many phones still lack it.
 */
export type DayLike = string | Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime
export type HourLike = string | Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime
export type InstantLike = string | Temporal.Instant

/** "jeudi 21 mai 2026", "Thursday 21 May 2026". */
export const day = (language: Language, date: DayLike): string =>
  written(language, date, { weekday: "long", day: "numeric", month: "long", year: "numeric" })

/** "jeudi 21 mai": when the year is plain from the page. */
export const dayOfYear = (language: Language, date: DayLike): string =>
  written(language, date, { weekday: "long", day: "numeric", month: "long" })

/** The same for what is read on a day that may be of another year: then with the year. */
export const dayNear = (language: Language, date: DayLike, today: DayLike): string =>
  ymd(date).slice(0, 4) === ymd(today).slice(0, 4) ? dayOfYear(language, date) : day(language, date)

/** "21 mai 2026": in lists that already show the weekday. */
export const dayOnly = (language: Language, date: DayLike): string =>
  written(language, date, { day: "numeric", month: "long", year: "numeric" })

/** "1er mai". */
export const dayAndMonth = (language: Language, date: DayLike): string =>
  written(language, date, { day: "numeric", month: "long" })

/** "mai 2026". */
export const month = (language: Language, date: DayLike): string =>
  written(language, date, { month: "long", year: "numeric" })

/** "19 h 30", "20 h", "minuit" is left as "0 h"; English: "19:30". */
export const hour = (language: Language, time: HourLike): string => {
  const { hours, minutes } = clock(time)
  if (language === "en") return `${pad(hours)}:${pad(minutes)}`
  return minutes === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${pad(minutes)}`
}

/** "8 h 15–9 h 15". */
export const hours = (language: Language, from: HourLike, to: HourLike): string =>
  `${hour(language, from)}–${hour(language, to)}`

/** "jeudi 21 mai 2026, 19 h 30", from a wall time such as "2026-05-21T19:30". */
export const dayAndHour = (language: Language, at: string | Temporal.PlainDateTime | Temporal.ZonedDateTime): string =>
  `${day(language, at)}, ${hour(language, at)}`

/** "jeudi 21 mai 2026, 19 h 30" of an instant, as the clocks of `zone` show it. */
export const moment = (language: Language, at: InstantLike, zone: string): string =>
  dayAndHour(language, wallTime(at, zone))

/** "hier, 22 h 14" or "28 avril, 9 h": short, for histories; the year when it is another one. */
export const ago = (language: Language, at: InstantLike, zone: string, today: DayLike): string => {
  const wall = wallTime(at, zone)
  const distance = daysBetween(today, wall)
  if (distance <= 0 && distance > -2) return `${relativeDay(language, wall, today)}, ${hour(language, wall)}`
  const sameYear = ymd(wall).slice(0, 4) === ymd(today).slice(0, 4)
  return `${sameYear ? dayAndMonth(language, wall) : dayOnly(language, wall)}, ${hour(language, wall)}`
}

/** "aujourd’hui", "demain", "dans 4 jours", "il y a 3 jours". */
export const relativeDay = (language: Language, date: DayLike, today: DayLike): string =>
  relative(language).format(daysBetween(today, date), "day").replaceAll("'", "’")

/** How long ago a day is, as coarse as people say it: "il y a 3 jours", "il y a 3 mois", "il y a 2 ans". */
export const longAgo = (language: Language, date: DayLike, today: DayLike): string => {
  const days = -daysBetween(today, date)
  if (days < 45) return relativeDay(language, date, today)
  const [count, unit] = days < 540 ? ([days / 30.4, "month"] as const) : ([days / 365.25, "year"] as const)
  return relative(language).format(-Math.round(count), unit).replaceAll("'", "’")
}

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: DayLike, to: DayLike): number => Math.round((utc(to) - utc(from)) / 86_400_000)

/** "du 12 au 14 mai 2026", "du 30 avril au 2 mai 2026", and a single day in full. */
export const days = (language: Language, from: DayLike, to: DayLike): string => {
  if (ymd(from) === ymd(to)) return day(language, from)
  if (language === "en") return `${shared(language, from, to)} to ${dayOnly(language, to)}`
  return `du ${shared(language, from, to)} au ${dayOnly(language, to)}`
}

/** A length of time: "25 min", "2 h 10", "2 h". */
export const lasting = (language: Language, minutes: number): string => {
  if (minutes < 60) return `${minutes}${NBSP}min`
  const rest = minutes % 60
  const whole = Math.floor(minutes / 60)
  if (rest === 0) return `${whole}${NBSP}h`
  return language === "en" ? `${whole}${NBSP}h ${rest}${NBSP}min` : `${whole}${NBSP}h${NBSP}${pad(rest)}`
}

/** The same to the second, for what is said against the clock: "45 s", "2 min 40 s"; beyond an hour seconds say nothing. */
export const lastingSeconds = (language: Language, seconds: number): string => {
  if (seconds >= 3600) return lasting(language, Math.round(seconds / 60))
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  const end = `${rest}${NBSP}s`
  return minutes === 0 ? end : rest === 0 ? lasting(language, minutes) : `${minutes}${NBSP}min${NBSP}${end}`
}

/** The wall time "2026-05-21T19:30" that clocks of `zone` show at an instant. */
export const wallTime = (at: InstantLike, zone: string): string => {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(new Date(String(at)))
      .map(({ type, value }) => [type, value]),
  )
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}`
}

/** A day or a wall time as it is; an instant, "2026-05-21T22:30:00Z", as the wall time there: its first ten signs are the day in Greenwich. */
export const there = (date: DayLike, zone: string): DayLike =>
  typeof date === "string" && /T.*(Z|[+-]\d\d:?\d\d)$/.test(date) ? wallTime(date, zone) : date

const NBSP = "\u00a0"
const pad = (n: number) => String(n).padStart(2, "0")
const ymd = (date: DayLike) => String(date).slice(0, 10)
const utc = (date: DayLike) => Date.parse(`${ymd(date)}T00:00:00Z`)

const clock = (time: HourLike) => {
  const [, hours = "0", minutes = "0"] = /(?:^|T)(\d{2}):(\d{2})/.exec(String(time)) ?? []
  return { hours: Number(hours), minutes: Number(minutes) }
}

const written = (language: Language, date: DayLike, options: Intl.DateTimeFormatOptions): string => {
  const words = dateFormat(language, options).format(utc(date))
  // The first of a month is an ordinal in French; Intl writes "1 mai".
  return language === "fr" && options.day ? words.replace(/(^|\s)1(?=\s)/u, "$11er") : words.replaceAll(",", "")
}

// "du 12 au 14 mai": the part that both days share is said once.
const shared = (language: Language, from: DayLike, to: DayLike) => {
  if (ymd(from).slice(0, 4) !== ymd(to).slice(0, 4)) return dayOnly(language, from)
  if (ymd(from).slice(0, 7) !== ymd(to).slice(0, 7)) return dayAndMonth(language, from)
  const number = Number(ymd(from).slice(8))
  return language === "fr" && number === 1 ? "1er" : String(number)
}

// Making a formatter costs about 50 µs, using it 1: a list of 500 rows would be felt.
const kept = <T>(make: (key: string) => T) => {
  const made = new Map<string, T>()
  return (key: string): T => {
    const found = made.get(key) ?? make(key)
    made.set(key, found)
    return found
  }
}
const locale = (language: string) => (language === "en" ? "en-GB" : language)
const dateFormats = kept((key) => {
  const [language = "fr", options = "{}"] = key.split("|")
  return new Intl.DateTimeFormat(locale(language), { ...JSON.parse(options), timeZone: "UTC" })
})
const dateFormat = (language: Language, options: Intl.DateTimeFormatOptions) =>
  dateFormats(`${language}|${JSON.stringify(options)}`)
const relative = kept((language) => new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }))
const clockOf = kept(
  (timeZone) =>
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    }),
)
