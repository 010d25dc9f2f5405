import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { mayWriteText } from "./may-write.ts"
import { findSeenText } from "./seen.ts"

/**
 * Who else writes this text at this moment. Whoever asks and `typed` since they last asked is shown to the others: in memory, in every
 * process, for a few seconds. Nothing of it is kept.
 */
export const readWriting = read({
  name: "texts.writing",
  input: z.object({ textId: z.uuid(), typed: z.boolean().default(false) }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, typed }, actor, db, live }) {
    const thing = `text ${textId}`
    if (typed && actor.personId) live.writes(actor.organisation, thing, actor.personId)
    const ids = live.writersOf(actor.organisation, thing).filter((id) => id !== actor.personId)
    if (ids.length === 0) return { writers: [] }
    const people = await db
      .selectFrom("people")
      .select(["id", "given_name", "family_name"])
      .where("id", "in", ids)
      .execute()
    return { writers: people.map(({ id, given_name, family_name }) => ({ id, name: `${given_name} ${family_name}` })) }
  },
})
