import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { agendaOrdered } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { orderOf, placeItems } from "./store.ts"
import { inOrder } from "./in-order.ts"
import { preparesIt } from "../prepares.ts"

export const orderAgenda = command({
  name: "agenda.order",
  input: z.object({ meetingId: z.uuid(), itemIds: ids(500) }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: preparesIt,
  async run({ input, subject: meeting, db }) {
    stillOnTheWay(meeting)
    await placeItems(meeting.id, inOrder(await orderOf(meeting.id, db), input.itemIds), db)
    return agendaOrdered({ meetingId: meeting.id })
  },
})
