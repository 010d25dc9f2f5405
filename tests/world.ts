import { rm } from "node:fs/promises"
import { migrations, openEquipment } from "../src/application.ts"
import { type Command, type Occasion, perform } from "../src/kernel/command.ts"
import { inOrganisation } from "../src/kernel/db.ts"
import { environment } from "../src/kernel/environment.ts"
import { newId } from "../src/kernel/id.ts"
import { jobsSchema, system } from "../src/kernel/job.ts"
import { testDatabase } from "../src/kernel/postgres/for-tests.ts"
import { answer, type Read } from "../src/kernel/read.ts"
import type { Actor, OrganisationId } from "../src/kernel/rule.ts"
import { foundBody } from "../src/modules/bodies/contract.ts"
import { addFunction, type Capability, foundFunctions, foundMandate } from "../src/modules/mandates/contract.ts"
import { addFounder } from "../src/modules/people/contract.ts"
import { loadWords } from "../src/words.ts"

export type World = Awaited<ReturnType<typeof world>>

/**
 * A small named world on a database of its own. In Lisle, Amina is secretary and may do everything there, Dario is a plain
 * member, Ines keeps the treasury of Brume (a sister chapter) and belongs to nothing in Lisle; Oscar is of another
 * organisation. Today is 2 May 2026, 10 h in Brussels.
 */
export const world = async () => {
  await loadWords()
  const database = await testDatabase([jobsSchema(), ...(await migrations())])
  const settings = environment({ DATA_DIR: `/tmp/permanence-world-${process.pid}` })
  const { db, equipment, close } = await openEquipment(database, settings, () => {})
  const now = Temporal.Instant.from("2026-05-02T08:00:00Z")

  const founded = async (organisationName: string) => {
    const organisation = newId() as OrganisationId
    const found = await inOrganisation(db, organisation, async (tx) => {
      const given = { ...equipment, db: tx, actor: system(organisation), now }
      await tx
        .insertInto("organisations")
        .values({
          id: organisation,
          name: organisationName,
          language: "fr",
          zone: "Europe/Brussels",
          country: "BE",
          settings: "{}",
        })
        .execute()
      const lisle = await foundBody({ name: `Locale de Lisle`, code: "LIS", profile: "be-wallonia-chapter" }, given)
      const brume = await foundBody({ name: `Locale de Brume`, code: "BRU", profile: "be-wallonia-chapter" }, given)
      const person = (given_name: string, family_name: string, form: "m" | "f") =>
        addFounder({ given_name, family_name, form, email: `${given_name.toLowerCase()}@lisle.example` }, given)
      const amina = await person("Amina", "Belkacem", "f")
      const dario = await person("Dario", "Lemmens", "m")
      const ines = await person("Inès", "Vandermeer", "f")
      for (const bodyId of [lisle, brume]) await foundFunctions({ bodyId, profile: "be-wallonia-chapter" }, given)
      await foundMandate({ personId: amina, bodyId: lisle, functionKey: "administrative-secretary" }, given)
      await foundMandate({ personId: ines, bodyId: brume, functionKey: "treasurer" }, given)
      await tx
        .insertInto("memberships")
        .values({
          organisation_id: organisation,
          id: newId(),
          person_id: dario,
          body_id: lisle,
          ring: "member",
          since: Temporal.PlainDate.from("2025-01-01"),
          until: null,
          dues_until: null,
        })
        .execute()
      return { lisle, brume, amina, dario, ines }
    })
    return { organisation, ...found }
  }

  const here = await founded("Les Rives")
  const elsewhere = await founded("Les Crêtes")
  const as = (personId: string, organisation = here.organisation): Actor => ({
    organisation,
    personId,
    via: "session",
    language: "fr",
  })

  return {
    ...here,
    now,
    db,
    equipment,
    owner: database.owner,
    appPool: database.app,
    /** For another process of the same installation. */
    dataDir: settings.dataDir,
    people: {
      amina: as(here.amina),
      dario: as(here.dario),
      ines: as(here.ines),
      oscar: as(elsewhere.amina, elsewhere.organisation),
    },
    as,
    /** Performs a command as somebody, as production does. */
    do: <C extends Command<any, any, any, any>>(
      command: C,
      input: unknown,
      actor: Actor,
      more: Partial<Occasion> = {},
    ): Promise<Awaited<C extends Command<any, any, any, infer A> ? A : never>> =>
      perform(command as Command, input, { actor, db, equipment, now, ...more }) as never,
    /** Asks a read as somebody. */
    ask: <R extends Read<any, any, any, any>>(
      read: R,
      input: unknown,
      actor: Actor,
      at = now,
    ): Promise<R extends Read<any, any, any, infer O> ? O : never> =>
      answer(read as Read, input, { actor, db, equipment, now: at }) as never,
    /** Looks into the tables of the organisation, past every rule. */
    look: <T>(work: Parameters<typeof inOrganisation<T>>[2]) => inOrganisation(db, here.organisation, work),
    /** Somebody new, with a function of these capabilities in a body (Lisle unless told). */
    async holding(capabilities: Capability[], bodyId = here.lisle): Promise<Actor> {
      return inOrganisation(db, here.organisation, async (tx) => {
        const given = { ...equipment, db: tx, actor: system(here.organisation), now }
        const personId = await addFounder(
          { given_name: "Sam", family_name: newId().slice(-6), form: "n", email: `${newId()}@lisle.example` },
          given,
        )
        const key = newId()
        await addFunction({ bodyId, key, name: "Chargé·e de mission", capabilities }, given)
        await foundMandate({ personId, bodyId, functionKey: key }, given)
        return as(personId)
      })
    },
    /** Somebody new, a member since 2025 (of Lisle unless told) without any function that gives a right. */
    async member(bodyId = here.lisle): Promise<Actor> {
      const actor = await this.holding([], bodyId)
      await inOrganisation(db, here.organisation, (tx) =>
        tx
          .insertInto("memberships")
          .values({
            organisation_id: here.organisation,
            id: newId(),
            person_id: actor.personId!,
            body_id: bodyId,
            ring: "member",
            since: Temporal.PlainDate.from("2025-01-01"),
            until: null,
            dues_until: null,
          })
          .execute(),
      )
      return actor
    },
    /** Makes Lisle know somebody: a member of years ago, whom those who read its people still see. */
    async known(personId: string): Promise<void> {
      await inOrganisation(db, here.organisation, (tx) =>
        tx
          .insertInto("memberships")
          .values({
            organisation_id: here.organisation,
            id: newId(),
            person_id: personId,
            body_id: here.lisle,
            ring: "former",
            since: Temporal.PlainDate.from("2020-01-01"),
            until: Temporal.PlainDate.from("2021-12-31"),
            dues_until: null,
          })
          .execute(),
      )
    },
    async end() {
      await close()
      await database.drop()
      await rm(settings.dataDir, { recursive: true, force: true })
    },
  }
}
