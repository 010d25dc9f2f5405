import type { World } from "../../../../tests/world.ts"
import { fromPlain } from "../../../kernel/rich-text/plain.ts"
import { addItem } from "../agenda/add.ts"
import { arrive } from "../attendance/arrive.ts"
import { charge } from "../attendance/charge.ts"
import { closeMeeting } from "../attendance/close.ts"
import { startItem } from "../attendance/hold-item.ts"
import { leave } from "../attendance/leave.ts"
import { noteItem } from "../attendance/note-item.ts"
import { openMeeting } from "../attendance/open.ts"
import { handProxy } from "../attendance/proxies.ts"
import { morningMeeting } from "../attendance/room-for-tests.ts"
import { takeDecision } from "../attendance/take-decision.ts"
import { circulateMinutes } from "./circulate.ts"

/** How the decision is taken, given the members of Lisle; a show of hands unless told. */
type Vote = (members: readonly string[]) => Record<string, unknown>

/** Six present of nine, four required; an item decided by a show of hands with somebody charged; one confidential item. */
export const heldMeeting = async (w: World, by?: Vote) => {
  const meeting = await morningMeeting(w)
  const { meetingId, members, deciding } = meeting
  const secret = await w.do(
    addItem,
    { meetingId, title: "Licenciement d’un collaborateur", purpose: "discuss", minutes: 10, confidential: true },
    w.people.amina,
  )
  await w.do(openMeeting, { meetingId, chairId: w.amina, scribeId: members[1], at: "09:34" }, w.people.amina)
  await w.do(arrive, { meetingId, personIds: members.slice(1, 6), at: "09:30" }, w.people.amina)
  await w.do(handProxy, { meetingId, giverId: members[8]!, holderId: members[1]!, at: "09:33" }, w.people.amina)
  await w.do(startItem, { itemId: deciding.id, at: "09:40" }, w.people.amina)
  await w.do(
    noteItem,
    { itemId: deciding.id, notes: fromPlain("Trois options sont discutées."), base: null },
    w.people.amina,
  )
  const { decisionId } = await w.do(
    takeDecision,
    {
      itemId: deciding.id,
      text: "La locale demande un essai de six mois.",
      ...(by ? by(members) : { how: "show_of_hands", votes: { for: 4, against: 1, abstained: 1, blank: 0 } }),
    },
    w.people.amina,
  )
  await w.do(
    charge,
    { itemId: deciding.id, decisionId, what: "Déposer le point", ownerId: members[1], due: "2026-06-10" },
    w.people.amina,
  )
  await w.do(startItem, { itemId: secret.itemId }, w.people.amina)
  await w.do(
    noteItem,
    { itemId: secret.itemId, notes: fromPlain("Le dossier de Nicole est lu."), base: null },
    w.people.amina,
  )
  await w.do(leave, { meetingId, personIds: [members[3]!], at: "09:55" }, w.people.amina)
  return { ...meeting, secretId: secret.itemId, decisionId }
}

export const closedMeeting = async (w: World, by?: Vote) => {
  const meeting = await heldMeeting(w, by)
  await w.do(closeMeeting, { meetingId: meeting.meetingId }, w.people.amina)
  return meeting
}

export const circulatedMeeting = async (w: World, by?: Vote) => {
  const meeting = await closedMeeting(w, by)
  await w.do(circulateMinutes, { meetingId: meeting.meetingId }, w.people.amina)
  return meeting
}
