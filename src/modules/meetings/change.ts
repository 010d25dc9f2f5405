import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day, line } from "../../kernel/input.ts"
import { checkPeople } from "./check-people.ts"
import { keepMeetingConfided } from "./confided.ts"
import { meetingChanged } from "./events.ts"
import { refuse } from "../../kernel/refusal.ts"
import { notYetOpen, raised } from "./meeting.ts"
import { readsConfidential } from "./seen.ts"
import { findMeetingToChange, updateMeeting } from "./store.ts"
import { preparesIt } from "./prepares.ts"

/** Changes what is said of a meeting; its day and hour have a command of their own. What is left out stays. */
export const changeMeeting = command({
  name: "meetings.change",
  input: z.object({
    meetingId: z.uuid(),
    title: line().optional(),
    place: line().nullish(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
    minutes: z.int().min(5).max(1440).optional(),
    chairId: z.uuid().nullish(),
    scribeId: z.uuid().nullish(),
    proposeUntil: day().nullish(),
    confidential: z.boolean().optional(),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: preparesIt,
  async run({ input: { meetingId, chairId, scribeId, proposeUntil, ...said }, subject: meeting, ...given }) {
    const { db } = given
    notYetOpen(meeting)
    // Opening it to all would be a way to read it.
    if (meeting.confidential && said.confidential === false && !(await readsConfidential(meeting, given)))
      refuse("meetings.stays_confidential", {}, 403)
    await checkPeople([chairId, scribeId], meeting, given)
    const isOtherwise = said.confidential !== undefined && said.confidential !== meeting.confidential
    const isHeard = (["title", "place", "link", "minutes"] as const).some(
      (name) => said[name] !== undefined && said[name] !== meeting[name],
    )
    const sequence = isHeard ? raised(meeting) : meeting.sequence
    await updateMeeting(
      meeting,
      { ...said, chair_id: chairId, scribe_id: scribeId, propose_until: proposeUntil, sequence },
      db,
    )
    const turned = isOtherwise ? await keepMeetingConfided(meetingId, given) : []
    return [meetingChanged({ meetingId, sequence, isConvened: isHeard && meeting.state === "convened" }), ...turned]
  },
})
