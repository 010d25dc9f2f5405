import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Language } from "../../../kernel/words/words.ts"

/** The language in which a body names its steps, and in which a list of what left shows its subjects. */
export const houseLanguage = async (db: Db): Promise<Language> => {
  const { rows } = await sql<{ language: string }>`select language from organisations`.execute(db)
  return rows[0]?.language === "en" ? "en" : "fr"
}
