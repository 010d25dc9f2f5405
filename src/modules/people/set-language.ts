import type { Db } from "../../kernel/db.ts"

/** The language a person reads: her screens and the letters sent to her. */
export const setLanguage = async (personId: string, language: "fr" | "en", db: Db): Promise<void> => {
  await db.updateTable("people").set({ language }).where("id", "=", personId).execute()
}
