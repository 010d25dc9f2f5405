import { world } from "./world.ts"
import { newId } from "../src/kernel/id.ts"
import type { Actor } from "../src/kernel/rule.ts"
import { admitCandidacy } from "../src/modules/calls/candidacies/admit.ts"
import { enterCandidacy } from "../src/modules/calls/candidacies/enter.ts"
import { stand } from "../src/modules/calls/candidacies/stand.ts"
import { closeCall } from "../src/modules/calls/close.ts"
import { publishCall } from "../src/modules/calls/publish.ts"
import { readCall } from "../src/modules/calls/read-call.ts"
import { writeCall } from "../src/modules/calls/write.ts"

export const refused = (code: string) => ({ code })
export const invalid = (code: string) => (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code === code
export const later = { now: Temporal.Instant.from("2026-05-20T18:00:00Z") }
export const said = { statement: "Je sais compter.", accepts: true }

/** A world with a call to answer: two members of Lisle who stand, and the gestures of a call. */
export const callsWorld = async () => {
  const w = await world()
  const functionId = await w.look(
    async (db) =>
      (
        await db
          .selectFrom("functions")
          .select("id")
          .where("body_id", "=", w.lisle)
          .where("key", "=", "treasurer")
          .executeTakeFirstOrThrow()
      ).id,
  )
  /** One more member of Lisle. */
  const member = async (form: "f" | "m" | "n", since = "2025-01-01", name?: [string, string]): Promise<Actor> => {
    const actor = await w.holding([])
    await w.look(async (db) => {
      await db
        .updateTable("people")
        .set({ form, ...(name && { given_name: name[0], family_name: name[1] }) })
        .where("id", "=", actor.personId!)
        .execute()
      await db
        .insertInto("memberships")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: actor.personId!,
          body_id: w.lisle,
          ring: "member",
          since: Temporal.PlainDate.from(since),
          until: null,
          dues_until: null,
        })
        .execute()
    })
    return actor
  }

  const fields = (more: object = {}) => ({
    title: "Trésorerie",
    functionId,
    seats: 1,
    who: "members",
    endsOn: "2026-05-20",
    endsAt: "20:00",
    ...more,
  })
  const written = async (more: object = {}) =>
    (await w.do(writeCall, { bodyId: w.lisle, ...fields(more) }, w.people.amina)).callId as string
  const published = async (more: object = {}) => {
    const callId = await written(more)
    await w.do(publishCall, { callId }, w.people.amina)
    return callId
  }

  const stands = async (callId: string, actor: Actor, more: object = {}, at: object = {}) =>
    (await w.do(stand, { callId, ...said, ...more }, actor, at)).candidacyId as string
  const entered = async (callId: string, personId = w.dario) =>
    (
      await w.do(
        enterCandidacy,
        { callId, personId, receivedOn: "2026-05-02", statement: "Par lettre." },
        w.people.amina,
      )
    ).candidacyId as string
  const admit = (candidacyId: string, more: object = {}) =>
    w.do(admitCandidacy, { candidacyId, ...more }, w.people.amina)

  const close = (callId: string, more: object = {}) => w.do(closeCall, { callId, ...more }, w.people.amina, later)
  const read = (callId: string, actor = w.people.amina, at = w.now) => w.ask(readCall, { callId }, actor, at)

  const drawn = async () => {
    const callId = await published()
    for (const actor of [lea, hugo]) await admit(await stands(callId, actor))
    await close(callId)
    return callId
  }
  const lea = await member("f")
  const hugo = await member("m")
  return { w, functionId, lea, hugo, member, fields, written, published, stands, entered, admit, close, read, drawn }
}

export type CallsWorld = Awaited<ReturnType<typeof callsWorld>>
