export type Seat = { x: number; y: number }

/** Seats of a half circle, from the left end to the right, in a box of 2 by 1 with the middle of its base at 0, 0. */
export const seatsOf = (count: number): { seats: Seat[]; radius: number } => {
  if (count <= 0) return { seats: [], radius: 0 }
  const rows = Math.min(12, Math.max(1, Math.round(Math.sqrt(count / 4.5))))
  const radii = Array.from({ length: rows }, (_, row) => (rows === 1 ? 0.85 : 0.42 + (0.52 * row) / (rows - 1)))
  const around = radii.reduce((sum, radius) => sum + radius, 0)
  const exact = radii.map((radius) => (count * radius) / around)
  const filled = exact.map(Math.floor)
  const left = count - filled.reduce((sum, one) => sum + one, 0)
  // The seats that are left go to the rows that lost most by rounding down, the outer ones first.
  const byLoss = exact
    .map((one, row) => ({ row, loss: one - Math.floor(one) }))
    .toSorted((a, b) => b.loss - a.loss || b.row - a.row)
  for (const { row } of byLoss.slice(0, left)) filled[row]!++
  const seats = filled.flatMap((seated, row) =>
    Array.from({ length: seated }, (_, index) => {
      const turn = seated === 1 ? 0.5 : index / (seated - 1)
      return { turn, row, x: -Math.cos(Math.PI * turn) * radii[row]!, y: -Math.sin(Math.PI * turn) * radii[row]! }
    }),
  )
  const gap = Math.min(
    ...radii.map((radius, row) => (Math.PI * radius) / Math.max(filled[row]! - 1, 1)),
    rows > 1 ? 0.52 / (rows - 1) : 0.3,
  )
  return {
    // By the turn first, so that a group is a slice across all rows.
    seats: seats.toSorted((a, b) => a.turn - b.turn || a.row - b.row).map(({ x, y }) => ({ x, y })),
    radius: Math.min(0.075, gap * 0.44),
  }
}
