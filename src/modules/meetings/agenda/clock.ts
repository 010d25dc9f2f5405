/** When each item begins on the wall clock, and when the agenda ends. Hours as "19:35"; `over` in minutes past the planned end. */
export const runningClock = (
  items: readonly { minutes: number }[],
  meeting: { starts: Temporal.PlainDateTime; minutes: number },
): { begins: string[]; ends: string; total: number; over: number } => {
  const begins: string[] = []
  let total = 0
  for (const { minutes } of items) {
    begins.push(hourAfter(meeting.starts, total))
    total += minutes
  }
  return { begins, ends: hourAfter(meeting.starts, total), total, over: Math.max(0, total - meeting.minutes) }
}

const hourAfter = (starts: Temporal.PlainDateTime, minutes: number) =>
  starts.add({ minutes }).toPlainTime().toString({ smallestUnit: "minute" })
