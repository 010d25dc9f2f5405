import { migrations, openEquipment } from "../application.ts"
import type { Db } from "../kernel/db.ts"
import type { Environment } from "../kernel/environment.ts"
import type { Equipment } from "../kernel/equipment.ts"
import { attachDatabase } from "../kernel/postgres/attach.ts"
import { migrate } from "../kernel/postgres/migrate.ts"
import { loadWords } from "../words.ts"

type Attached = Awaited<ReturnType<typeof attachDatabase>>

/** Works beside the Permanence that runs, or on its database when none does, then leaves everything as it was. */
export const visit = async <T>(
  settings: Environment,
  work: (it: { db: Db; equipment: Equipment; owner: Attached["owner"] }) => Promise<T>,
): Promise<T> => {
  await loadWords()
  const { dataDir, databaseUrl } = settings
  const database = await attachDatabase({ dataDir, databaseUrl })
  try {
    await migrate(database.owner, await migrations())
    const { db, equipment, close } = await openEquipment(database, settings, (line) => console.error(line))
    try {
      return await work({ db, equipment, owner: database.owner })
    } finally {
      await close()
    }
  } finally {
    await database.stop()
  }
}
