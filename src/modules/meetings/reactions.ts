import { within } from "../../kernel/reaction.ts"
import { bodyFounded } from "../bodies/contract.ts"
import { foundMeetingTypes } from "./found-types.ts"

/** Each in one line: when … , then … */
export const reactions = [
  within(bodyFounded, "give the body the types of meeting of its profile", ({ bodyId }, given) =>
    foundMeetingTypes(bodyId, given),
  ),
]
