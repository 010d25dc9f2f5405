import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import { makeMeetings } from "./make-meetings.ts"

/** Each night, the meetings of the series that came within three months. */
export const makeSeriesNightly: Schedule = {
  name: "make the meetings of series",
  cron: "20 3 * * *",
  async run(given) {
    const running = await given.db
      .selectFrom("meeting_series")
      .selectAll()
      .where("ended_on", "is", null)
      .forUpdate()
      .execute()
    for (const series of running) {
      const made = await makeMeetings(series, given)
      if (made.length > 0) await record(made, given)
    }
  },
}
