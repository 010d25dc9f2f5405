import type { Circumstances } from "../../../kernel/rule.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"

/** What everybody reads of a vote is written in the language of the organisation. */
export const houseLanguage = async ({ db }: Pick<Circumstances, "db">): Promise<Language> =>
  languageOf((await db.selectFrom("organisations").select("language").executeTakeFirst())?.language)
