import type { Sitting } from "../seen.ts"

/** It is kept until the day after the sitting. */
export const lastDayOf = ({ starts }: Pick<Sitting, "starts">): Temporal.PlainDate =>
  starts.toPlainDate().add({ days: 1 })
