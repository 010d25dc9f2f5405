import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findSeenText } from "../seen.ts"
import { textTimed } from "./events.ts"
import { FASTEST, paceOfOne, SLOWEST } from "./pace.ts"

/** Keeps how long it took the actor to read a text aloud: the pace is theirs, whoever wrote it. */
export const timeText = command({
  name: "texts.time",
  input: z.object({ textId: z.uuid(), seconds: z.int().min(1).max(36_000) }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: isSignedIn,
  async run({ input: { textId, seconds }, subject: text, ...given }) {
    const { actor, db, now } = given
    // A few words say nothing of a pace.
    if (text.words < 20) refuse("texts.too_short_to_time")
    const pace = Math.round(paceOfOne({ words: text.words, seconds }))
    if (pace < SLOWEST || pace > FASTEST) refuse("texts.unlikely_pace", { pace })
    await db
      .insertInto("text_timings")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        text_id: textId,
        person_id: actor.personId!,
        words: text.words,
        seconds,
        timed_at: now,
      })
      .execute()
    return textTimed({ textId, bodyId: text.body_id })
  },
})
