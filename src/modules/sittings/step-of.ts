/** The steps of a sitting, in the order they are lived. */
export const steps = ["receive", "share", "prepare", "sit", "follow"] as const
export type SittingStep = (typeof steps)[number]

/** Where a sitting stands: computed from what is there, never stored. `today` is a day where the assembly sits. */
export const stepOf = (
  {
    items,
    starts,
    ended_at,
  }: {
    items: readonly { reader_id: string | null; outcome: string | null }[]
    starts: Temporal.PlainDateTime
    ended_at: Temporal.Instant | null
  },
  today: Temporal.PlainDate,
): SittingStep => {
  const day = Temporal.PlainDate.compare(starts.toPlainDate(), today)
  if (ended_at || day < 0) return "follow"
  if (day === 0) return "sit"
  if (items.length === 0) return "receive"
  return items.some(({ reader_id }) => reader_id === null) ? "share" : "prepare"
}
