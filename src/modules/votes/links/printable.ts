/** A code is printed by whoever made it, and for an hour: later nobody can read it again, only make another, which is told. */
export const printableSince = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: 1 })
