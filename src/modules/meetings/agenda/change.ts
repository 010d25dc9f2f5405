import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { anyOf, type Circumstances, rule } from "../../../kernel/rule.ts"
import { noteAttached } from "../../matters/contract.ts"
import { keepMeetingConfided } from "../confided.ts"
import { itemChanged } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { preparesIt } from "../prepares.ts"
import { findReadItemToChange, type Item } from "./find-item.ts"
import { itemFields, papers, written } from "./item-input.ts"
import { type ItemWords, mergeChanges, mergePapers } from "./merge-changes.ts"
import { addPapers, checkLinks, dropPapers, papersOf } from "./store.ts"

const fields = z.object({ ...itemFields, paperIds: papers }).partial()

/** Whoever presents the item writes its texts and brings its papers; the rest is the secretariat's. */
export const isPresenter = rule<{ item: Pick<Item, "presenter_id"> }>(
  "isPresenter",
  ({ item }, { actor }) => actor.personId !== null && item.presenter_id === actor.personId,
)

/**
 * Changes an item. `base` is what the writer had on the page: what somebody else wrote meanwhile is kept, word by word in
 * the texts. Where both gave one field another value, refuses `agenda.conflict` with the names of the fields, and nothing is written.
 */
export const changeItem = command({
  name: "agenda.change",
  input: fields.extend({ itemId: z.uuid(), base: fields.default({}) }),
  find: ({ itemId }, given) => findReadItemToChange(itemId, given),
  allow: anyOf<{ item: Item; meeting: { id: string }; body_id: string }>(preparesIt, isPresenter),
  async run({ input: { itemId, base, ...mine }, subject, ...given }) {
    const { item, meeting } = subject
    const { actor, db, now } = given
    stillOnTheWay(meeting)
    if (!["accepted", "proposed"].includes(item.state)) refuse("agenda.not_on_agenda")
    await checkReach(Object.keys(mine), subject, given)
    const same = {
      ...(mine.matterId === item.matter_id && { matterId: null }),
      ...(mine.presenterId === item.presenter_id && { presenterId: null }),
    }
    await checkLinks({ ...mine, ...same }, meeting, given)
    const { changes, conflicts, merged } = mergeChanges(wordsOf(item), columns(base), columns(mine))
    if (conflicts.length) refuse("agenda.conflict", { fields: conflicts.join(" ") })
    const as = confide(given, meeting.confidential || (changes.confidential ?? item.confidential))
    await db
      .updateTable("agenda_items")
      .set({
        ...changes,
        ...(changes.description !== undefined && { description: as.doc(changes.description) }),
        ...(changes.proposed_decision !== undefined && { proposed_decision: as.text(changes.proposed_decision) }),
        // Whoever makes an item confidential goes on reading it.
        ...(changes.confidential && !item.proposed_by && { proposed_by: actor.personId }),
        changed_by: actor.personId,
        changed_at: now,
        version: item.version + 1,
      })
      .where("id", "=", itemId)
      .execute()
    await noteAttached(item, changes.matter_id, given)
    if (mine.paperIds) {
      const { add, drop } = mergePapers(await papersOf(itemId, db), base.paperIds ?? [], mine.paperIds)
      await addPapers({ itemId, bodyId: meeting.body_id, fileIds: add }, given)
      await dropPapers(itemId, drop, db)
      // A file that hangs nowhere is its body's: what was a paper of a confidential item does not become so.
      if (drop.length && (item.confidential || meeting.confidential))
        await db.updateTable("files").set({ confidential: true }).where("id", "in", drop).execute()
    }
    const isHidden = item.confidential || meeting.confidential
    const isTurned = changes.confidential !== undefined || (mine.paperIds !== undefined && isHidden)
    const turned = isTurned ? await keepMeetingConfided(meeting.id, given) : []
    return [itemChanged({ itemId, meetingId: meeting.id, version: item.version + 1, merged }), ...turned]
  },
})

const texts = ["description", "proposedDecision", "paperIds"]

const checkReach = async (
  names: string[],
  subject: { meeting: { id: string }; body_id: string },
  given: Circumstances,
) => {
  if (names.every((name) => texts.includes(name)) || (await preparesIt(subject, given))) return
  refuse("agenda.only_texts", {}, 403)
}

const wordsOf = (item: Item): ItemWords => ({ ...item, description: item.description as RichText | null })

const columns = (input: Omit<z.output<typeof fields>, "paperIds">): Partial<ItemWords> =>
  Object.fromEntries(
    Object.entries({
      title: input.title,
      purpose: input.purpose,
      presenter_id: input.presenterId,
      minutes: input.minutes,
      confidential: input.confidential,
      matter_id: input.matterId,
      description: input.description === undefined ? undefined : written(input.description),
      proposed_decision: input.proposedDecision === undefined ? undefined : input.proposedDecision || null,
    }).filter(([, value]) => value !== undefined),
  )
