import { z } from "zod"
import { command } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { type Secret, sign, verify } from "../../kernel/secret.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { officeListClosed, officeListOpened } from "./events.ts"
import { listParts } from "./kinds.ts"

/** Opens a page that anybody may read without an account: who of ours sits where. Off until somebody asks for it. */
export const openOfficeList = command({
  name: "offices.openList",
  input: z.object({ bodyId: z.uuid(), shows: z.array(z.enum(listParts)).max(listParts.length).default([]) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input: { bodyId, shows }, actor, db, now }) {
    const open = await openListOf(bodyId, db)
    const parts = [...new Set(shows)]
    // The address people were given stays good when only what it shows changes.
    const id = open?.id ?? newId()
    if (open) await db.updateTable("office_lists").set({ shows: parts }).where("id", "=", id).execute()
    else
      await db
        .insertInto("office_lists")
        .values({
          organisation_id: actor.organisation,
          id,
          body_id: bodyId,
          shows: parts,
          opened_at: now,
          opened_by: actor.personId,
          closed_at: null,
        })
        .execute()
    return officeListOpened({ listId: id, bodyId, shows: parts })
  },
})

/** Closes the page: its address leads nowhere from now on. */
export const closeOfficeList = command({
  name: "offices.closeList",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input: { bodyId }, db, now }) {
    const open = (await openListOf(bodyId, db)) ?? refuse("offices.no_list")
    await db.updateTable("office_lists").set({ closed_at: now }).where("id", "=", open.id).execute()
    return officeListClosed({ listId: open.id, bodyId })
  },
})

export const openListOf = (bodyId: string, db: Db) =>
  db
    .selectFrom("office_lists")
    .select(["id", "shows", "opened_at"])
    .where("body_id", "=", bodyId)
    .where("closed_at", "is", null)
    .executeTakeFirst()

const PURPOSE = "offices.list"

/** Where a public list is read. It never ends by itself: its row is what closes it. */
export const listAddress = (
  { origin, secret }: { origin: string; secret: Secret },
  { organisation, id }: { organisation: string; id: string },
): string => `${origin}/registre/${sign(secret, PURPOSE, [organisation, id], null)}`

/** The list an address names, if this installation made it. The signature is what proves the organisation. */
export const listNamed = (
  token: string,
  { secret, now }: { secret: Secret; now: Temporal.Instant },
): { organisation: OrganisationId; id: string } | undefined => {
  const found = verify(secret, PURPOSE, token, now)
  if (!found.valid) return undefined
  const [organisation, id] = found.claims as [OrganisationId, string]
  return { organisation, id }
}
