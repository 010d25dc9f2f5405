import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, ids, line } from "../../../kernel/input.ts"
import { findDecisionToChange } from "../../decisions/contract.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { peopleOf } from "../check-people.ts"
import { recordTask } from "../../tasks/contract.ts"
import { findItemToHold, mayWrite, stillHeld } from "./may-hold.ts"

/** Says who is charged with what came out of an item, and by when. */
export const charge = command({
  name: "agenda.charge",
  input: z.object({
    itemId: z.uuid(),
    decisionId: z.uuid().nullish(),
    what: line(),
    ownerId: z.uuid().nullish(),
    helperIds: ids(50).optional(),
    due: day().nullish(),
  }),
  find: ({ itemId }, given) => findItemToHold(itemId, given),
  allow: mayWrite,
  async run({ input: { itemId: _, ...task }, subject: { item, meeting }, ...given }) {
    await stillHeld(meeting, given.db)
    if (task.decisionId && (await findDecisionToChange(task.decisionId, given.db))?.item_id !== item.id)
      invalid(["decisionId"], "not_of_this_body")
    return recordTask(
      {
        ...task,
        known: await peopleOf(meeting.id, given.db),
        bodyId: meeting.body_id,
        meetingId: meeting.id,
        itemId: item.id,
        matterId: item.matter_id,
      },
      given,
    )
  },
})
