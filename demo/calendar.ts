/** Days of the story, counted from today. */
export type Days = ReturnType<typeof daysFrom>

export const daysFrom = (today: Temporal.PlainDate, zone: string) => ({
  today,
  zone,
  /** A weekday (1 is Monday), so many weeks before the week of today; after it when negative. */
  weekday: (weeks: number, weekday: number): Temporal.PlainDate =>
    today
      .subtract({ days: today.dayOfWeek - 1 })
      .subtract({ weeks })
      .add({ days: weekday - 1 }),
  /** A moment of a day, on the clock of the place. */
  at: (day: Temporal.PlainDate, hour: string): Temporal.Instant =>
    day.toPlainDateTime(Temporal.PlainTime.from(hour)).toZonedDateTime(zone).toInstant(),
})
