import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { minutesPlain } from "../../../kernel/typeset/plain.ts"
import { itemsOf } from "../agenda/read-items.ts"
import { findMinutes, mayWrite } from "../attendance/may-hold.ts"
import { namesOf } from "../attendance/names-of.ts"
import type { Meeting } from "../meeting.ts"
import { findSeenMeeting, readsConfidential } from "../seen.ts"
import { circulateMinutes } from "./circulate.ts"
import { answerCorrection, askCorrection } from "./corrections.ts"
import { paperOf } from "./frozen.ts"
import { countReaders } from "./letters.ts"
import { correctionsOf } from "./material.ts"
import { missingToCirculate } from "./missing.ts"
import { approveMinutes } from "./record-approval.ts"
import { writeMinutes } from "./write.ts"

export const acts = [writeMinutes, circulateMinutes, answerCorrection, approveMinutes] as const

/** Minutes are read by whoever sees the meeting, once they circulated; a draft, by those who write it. */
export const findReadableMinutes = async (meetingId: string, given: Circumstances): Promise<Meeting | undefined> => {
  const meeting = given.actor.personId ? await findSeenMeeting(meetingId, given) : undefined
  if (!meeting) return undefined
  const minutes = await findMinutes(meetingId, given.db)
  if (minutes && minutes.state !== "draft") return meeting
  return (await mayWrite(meeting, given)) ? meeting : undefined
}

export const versionOf = async (meeting: Meeting, given: Circumstances) =>
  (await readsConfidential(meeting, given)) ? "full" : "open"

/** The minutes as the reader may see them, as they will print, with their state, what is missing, and the corrections asked for. */
export const readMinutes = read({
  name: "minutes.read",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, given) => findSeenMeeting(meetingId, given),
  allow: isSignedIn,
  async run({ subject: meeting, input: _, ...given }) {
    const readable = await findReadableMinutes(meeting.id, given)
    const minutes = await findMinutes(meeting.id, given.db)
    const rights = await may(meeting, acts, given)
    const state = minutes?.state ?? "draft"
    const base = {
      state,
      readable: readable !== undefined,
      meeting_state: meeting.state,
      may: mayNow(rights, state, meeting),
    }
    if (!readable) return { ...base, minutes: null }
    const paper = await paperOf(meeting, await versionOf(meeting, given), given)
    const writes = rights["minutes.write"]
    return {
      ...base,
      minutes: {
        reference: minutes?.reference ?? null,
        version: minutes?.version ?? 0,
        opening: (minutes?.opening ?? null) as RichText | null,
        closing: (minutes?.closing ?? null) as RichText | null,
        circulated_at: minutes?.circulated_at ?? null,
        approved_at: minutes?.approved_at ?? null,
        approved_in: await approvedIn(minutes?.approved_in ?? null, given),
        file_id: minutes?.file_id ?? null,
        items: await itemsFor(meeting, given),
        corrections: await correctionsFor(meeting, writes, given),
        missing: state === "draft" && writes ? await missingToCirculate(meeting, given) : [],
        readers: state === "draft" && writes ? await countReaders(meeting, given) : 0,
        paper,
        plain: minutesPlain(paper),
      },
    }
  },
})

const mayNow = (rights: Record<string, boolean>, state: string, meeting: Meeting) => ({
  "minutes.write": rights["minutes.write"]! && state === "draft",
  "agenda.note": rights["minutes.write"]! && state === "draft" && ["open", "closed"].includes(meeting.state),
  "minutes.circulate": rights["minutes.circulate"]! && state === "draft" && meeting.state === "closed",
  [askCorrection.name]: state === "circulated",
  "minutes.answerCorrection": rights["minutes.answerCorrection"]! && state === "circulated",
  "minutes.approve": rights["minutes.approve"]! && state === "circulated",
})

const approvedIn = async (meetingId: string | null, { db }: Circumstances) =>
  meetingId
    ? ((await db
        .selectFrom("meetings")
        .select(["id", "title", "starts"])
        .where("id", "=", meetingId)
        .executeTakeFirst()) ?? null)
    : null

const itemsFor = async (meeting: Meeting, given: Circumstances) => {
  const items = (await itemsOf(meeting, given)).filter(({ state }) => state === "accepted")
  const notes = await given.db
    .selectFrom("agenda_items")
    .select(["id", "notes"])
    .where("meeting_id", "=", meeting.id)
    .execute()
  return items.map(({ id, title, hidden, outcome }) => ({
    id,
    title,
    hidden,
    outcome,
    notes: hidden ? null : ((notes.find((row) => row.id === id)?.notes ?? null) as RichText | null),
  }))
}

// One reads one's own, and what was taken; the rest is for those who answer.
const correctionsFor = async (meeting: Meeting, writes: boolean, given: Circumstances) => {
  const all = await correctionsOf(meeting.id, given.db)
  const items = (await itemsOf(meeting, given)).filter(({ state }) => state === "accepted")
  const nameOf = await namesOf(
    all.map(({ person_id }) => person_id),
    given.db,
  )
  return all
    .filter(({ person_id, state }) => writes || state === "taken" || person_id === given.actor.personId)
    .filter(({ item_id }) => !items.some(({ id, hidden }) => id === item_id && hidden))
    .map((one) => ({
      ...one,
      name: nameOf(one.person_id),
      item: items.findIndex(({ id }) => id === one.item_id) + 1,
    }))
}

/** The paper for a file of it, to whoever may read it; 404 to the others. */
export const readablePaper = async (meetingId: string, given: Circumstances) => {
  const meeting = (await findReadableMinutes(meetingId, given)) ?? refuse("not_found", {}, 404)
  return { meeting, paper: await paperOf(meeting, await versionOf(meeting, given), given) }
}
