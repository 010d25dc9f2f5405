import { acceptItem } from "./agenda/accept.ts"
import { addItem } from "./agenda/add.ts"
import { mergeItem } from "./agenda/merge.ts"
import { orderAgenda } from "./agenda/order.ts"
import { proposeItem } from "./agenda/propose.ts"
import { putBackItem } from "./agenda/put-back.ts"
import { refuseItem } from "./agenda/refuse.ts"
import { removeItem } from "./agenda/remove.ts"
import { cancelMeeting } from "./cancel.ts"
import { changeMeeting } from "./change.ts"
import { prepareMeeting } from "./prepare.ts"
import { rescheduleMeeting } from "./reschedule.ts"

/** What one may do with a meeting before it is held. Each rule reads the body of its subject only, and the meeting has one. */
export const acts = [
  prepareMeeting,
  changeMeeting,
  rescheduleMeeting,
  cancelMeeting,
  addItem,
  orderAgenda,
  removeItem,
  putBackItem,
  proposeItem,
  acceptItem,
  refuseItem,
  mergeItem,
] as const
