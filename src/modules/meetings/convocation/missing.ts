import type { Circumstances } from "../../../kernel/rule.ts"
import type { Missing } from "../../../kernel/workflow.ts"
import { itemsOf } from "../agenda/read-items.ts"
import { type Meeting } from "../meeting.ts"
import { missingToConvene } from "../missing.ts"
import type { Plan } from "./plan.ts"

/** What is missing in the meeting and its agenda, warnings included. */
export const missingInMeeting = async (meeting: Meeting, given: Circumstances): Promise<Missing[]> => {
  const all = await itemsOf(meeting, given)
  return missingToConvene(meeting, {
    items: all.filter(({ state }) => state === "accepted"),
    proposals: all.filter(({ state }) => state === "proposed").length,
    wall: given.now.toZonedDateTimeISO(meeting.zone).toPlainDateTime(),
  })
}

/** Without these it cannot be convened. */
export const holdingUp = async (meeting: Meeting, given: Circumstances): Promise<Missing[]> =>
  (await missingInMeeting(meeting, given)).filter(({ only_warns }) => !only_warns)

/** What is missing to reach everyone and to know the last day: said, and never in the way. */
export const missingInPlan = ({ people, notice, town }: Plan): Missing[] => [
  ...(people.length === 0 ? [{ key: "meetings.missing.people" }] : []),
  ...(notice && notice.value === null
    ? [{ key: "meetings.missing.notice", at: "/secretariat", only_warns: true }]
    : []),
  ...(town === null && people.some(({ means }) => means !== "email")
    ? [{ key: "meetings.missing.town", at: "/secretariat/instances", only_warns: true }]
    : []),
  ...people
    .filter(({ means }) => means === null)
    .slice(0, 5)
    .map(({ given_name, family_name, person_id }) => ({
      key: "meetings.missing.address",
      facts: { name: `${given_name} ${family_name}` },
      at: `/personnes/${person_id}`,
      only_warns: true,
    })),
]
