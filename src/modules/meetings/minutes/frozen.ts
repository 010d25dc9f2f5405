import type { MinutesPaper } from "../../../kernel/typeset/minutes-paper.ts"
import { dayOnly, wallTime } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Meeting } from "../meeting.ts"
import { composeMinutes, type Version } from "./compose.ts"
import { type Correction, type Material, materialOf } from "./material.ts"
import { officialLanguage } from "./store.ts"

/** What circulated, word for word, in both versions. */
export type Content = Record<Version, MinutesPaper>

/**
 * The minutes as this version reads today: composed anew while they are a draft; from what circulated after that, with the
 * corrections that were taken and the approval.
 */
export const paperOf = async (meeting: Meeting, version: Version, given: Circumstances): Promise<MinutesPaper> => {
  const material = await materialOf(meeting, given)
  const language = await officialLanguage(given)
  const { minutes } = material
  if (!minutes || minutes.state === "draft") return composeMinutes(material, { version, language, now: given.now })
  return asItStands((minutes.content as Content)[version], material, version, languageOf(language))
}

const asItStands = (paper: MinutesPaper, material: Material, version: Version, language: Language): MinutesPaper => {
  const minutes = material.minutes!
  const taken = material.corrections.filter(
    (one) => one.state === "taken" && (version === "full" || !isHidden(one, material)),
  )
  const { stamp, ...rest } = paper
  const corrections = taken.map((one) => ({ ...placeOf(one, material, language), text: one.text }))
  return {
    ...rest,
    ...(minutes.state === "approved"
      ? {
          status: say(language, "meetings.minutes.approved", {
            day: dayOnly(language, wallTime(minutes.approved_at!, material.meeting.zone)),
            count: taken.length,
          }),
        }
      : stamp
        ? { stamp }
        : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  }
}

const isHidden = ({ item_id }: Correction, { items, meeting }: Material) =>
  meeting.confidential || items.some(({ id, confidential }) => id === item_id && confidential)

const placeOf = ({ item_id }: Correction, { items }: Material, language: Language) => {
  const n = items.findIndex(({ id }) => id === item_id) + 1
  return n > 0 ? { place: say(language, "meetings.minutes.item", { n }) } : {}
}
