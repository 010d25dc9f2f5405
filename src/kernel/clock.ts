/** The calendar day of an instant where the body lives. Mandates begin and end by days, not by instants. */
export const dayOf = (now: Temporal.Instant, zone = "Europe/Brussels"): Temporal.PlainDate =>
  now.toZonedDateTimeISO(zone).toPlainDate()

/** The instant of a wall time; in the hour that a clock change skips or repeats, the earlier reading, as calendars do. */
export const instantOf = (wall: Temporal.PlainDateTime, zone: string): Temporal.Instant =>
  wall.toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant()
