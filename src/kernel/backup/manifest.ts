import { z } from "zod"

/** The first entry of a backup: what it holds, and what must be there to take it back. */
export const manifest = z.object({
  format: z.literal(1),
  /** Of Permanence, for who reads it; the migrations decide. */
  version: z.string(),
  made_at: z.string(),
  /** Signed with the secret of the installation: tells, without showing anything of it, whether another is the same. */
  proof: z.string(),
  migrations: z.array(z.object({ module: z.string(), name: z.string(), hash: z.string() })),
  /** The head of each journal, to be found again after restoring. */
  organisations: z.array(
    z.object({ id: z.uuid(), name: z.string(), position: z.number(), hash: z.string().nullable() }),
  ),
  tables: z.record(
    z.string(),
    z.object({ columns: z.array(z.object({ name: z.string(), type: z.string() })), rows: z.number() }),
  ),
})

export type Manifest = z.infer<typeof manifest>
export type Head = Manifest["organisations"][number]

export const manifestName = "manifest.json"
export const proofPurpose = "backup"
