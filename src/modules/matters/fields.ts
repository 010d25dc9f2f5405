import { z } from "zod"
import { type Circumstances } from "../../kernel/rule.ts"
import { day, line, text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { currentPlaces, placeId } from "../territories/contract.ts"
import { matterStates } from "./tables.ts"

/** What is said of a matter, as forms send it; null takes out. */
export const matterFields = {
  title: line(),
  standing: text(2000).nullish(),
  leadId: z.uuid().nullish(),
  /** Who works on it beside whoever leads it. */
  staffId: z.uuid().nullish(),
  themeId: z.uuid().nullish(),
  territory: placeId().nullish(),
  state: z.enum(matterStates).optional(),
  nextStep: line().nullish(),
  nextOn: day().nullish(),
  confidential: z.boolean().optional(),
}

/** Its theme is one its body uses, unless it had it already. */
export const checkTheme = async (
  themeId: string | null | undefined,
  { body_id, theme_id }: { body_id: string; theme_id?: string | null },
  db: Circumstances["db"],
): Promise<void> => {
  if (!themeId || themeId === theme_id) return
  const theme = await db
    .selectFrom("themes")
    .select("id")
    .where("id", "=", themeId)
    .where("body_id", "=", body_id)
    .where("ended_on", "is", null)
    .executeTakeFirst()
  if (!theme) invalid(["themeId"], "not_of_this_body")
}

/** An official place, as its three columns; left out, they stay. */
export const placeOf = async (territory: string | null | undefined, db: Circumstances["db"]) => {
  if (territory === undefined) return {}
  if (territory === null) return { country: null, level: null, code: null }
  const [place] = (await currentPlaces([territory], db)) ?? invalid(["territory"], "unknown_territory")
  const [country, level, code] = place!.split("/")
  return { country: country!, level: level!, code: code! }
}
