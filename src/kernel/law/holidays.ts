/** `FR`: the 11 days of Code du travail L3133-1. `FR-AM`: Alsace and Moselle, two more (L3134-13). `BE`: the 10 days of
 *  the law of 4 January 1974; 27 September, the feast of the Federation, is a holiday for some employers, not a legal one. */
export type Country = "FR" | "FR-AM" | "BE"

export type Holiday = { date: Temporal.PlainDate; key: HolidayKey }

/** Words: `law.holiday.<key>`. */
export type HolidayKey =
  | "new_year"
  | "good_friday"
  | "easter_monday"
  | "labour_day"
  | "victory_1945"
  | "ascension"
  | "whit_monday"
  | "national_day"
  | "assumption"
  | "all_saints"
  | "armistice"
  | "christmas"
  | "saint_stephen"

/** The public holidays of a year, in order. */
export function holidays(country: Country, year: number): Holiday[] {
  const easter = easterSunday(year)
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  const both: Holiday[] = [
    { date: on(1, 1), key: "new_year" },
    { date: easter.add({ days: 1 }), key: "easter_monday" },
    { date: on(5, 1), key: "labour_day" },
    { date: easter.add({ days: 39 }), key: "ascension" },
    { date: easter.add({ days: 50 }), key: "whit_monday" },
    { date: on(8, 15), key: "assumption" },
    { date: on(11, 1), key: "all_saints" },
    { date: on(11, 11), key: "armistice" },
    { date: on(12, 25), key: "christmas" },
  ]
  const own: Holiday[] =
    country === "BE"
      ? [{ date: on(7, 21), key: "national_day" }]
      : [
          { date: on(5, 8), key: "victory_1945" },
          { date: on(7, 14), key: "national_day" },
        ]
  const local: Holiday[] =
    country === "FR-AM"
      ? [
          { date: easter.subtract({ days: 2 }), key: "good_friday" },
          { date: on(12, 26), key: "saint_stephen" },
        ]
      : []
  return [...both, ...own, ...local].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date))
}

export function holidayOn(country: Country, date: Temporal.PlainDate): Holiday | null {
  return holidays(country, date.year).find((holiday) => holiday.date.equals(date)) ?? null
}

/** Monday to Friday and no public holiday. A working day of an office: the post and the courts may differ. */
export function isWorkingDay(country: Country, date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && holidayOn(country, date) === null
}

/** Monday to Saturday that is no holiday (jour ouvrable). */
export function isWorkableDay(country: Country, date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 6 && holidayOn(country, date) === null
}

export function workingDayOnOrBefore(country: Country, date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(country, date) ? date : workingDayOnOrBefore(country, date.subtract({ days: 1 }))
}

export function workingDayOnOrAfter(country: Country, date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(country, date) ? date : workingDayOnOrAfter(country, date.add({ days: 1 }))
}

/** Easter by the Meeus, Jones and Butcher algorithm, right for every year of the Gregorian calendar. */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}
