import assert from "node:assert/strict"
import { sql } from "kysely"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { system } from "../../../kernel/job.ts"
import { waitingFor } from "../../../kernel/waiting.ts"
import { overrideRule } from "../../secretariat/rulebook/override.ts"
import { acceptApplication } from "./accept.ts"
import { declineApplication, objectToApplication, withdrawApplication } from "./decline.ts"
import { acceptDue, forgetApplications } from "./nightly.ts"
import { listApplications, readApplication } from "./reads.ts"
import { completeApplication, recordApplication } from "./record.ts"

let number = 76
describe("applications", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  let drawn = 0
  const form = (more: object = {}) => ({
    bodyId: w.lisle,
    given_name: "Sacha",
    family_name: `Nouveau${++drawn}`,
    email: `sacha${drawn}@ailleurs.example`,
    ring: "member",
    source: "paper",
    consentText: "J’accepte que la locale garde mes coordonnées.",
    consentFrom: "Bulletin signé",
    ...more,
  })
  const asked = async (more: object = {}) => (await w.do(recordApplication, form(more), w.people.amina)).applicationId
  const state = (applicationId: string) =>
    w.look(async (db) =>
      db.selectFrom("applications").selectAll().where("id", "=", applicationId).executeTakeFirstOrThrow(),
    )
  const rule = (value: string) =>
    w.do(
      overrideRule,
      { bodyId: w.lisle, key: "be.locale.admission", value, validFrom: "2026-01-01", basis: "ROI, art. 3" },
      w.people.amina,
    )
  const letters = (kind: string) =>
    w.look((db) => db.selectFrom("sendings").select(["address", "person_id"]).where("kind", "=", kind).execute())

  trio(
    () => w,
    [
      { command: recordApplication, capability: "people.manage", input: () => form() },
      {
        command: completeApplication,
        capability: "people.manage",
        input: async () => {
          const { bodyId: __, ...fields } = form({ phone: "0470 00 00 00" })
          return { ...fields, applicationId: await asked() }
        },
      },
      {
        command: acceptApplication,
        capability: "people.manage",
        input: async () => ({ applicationId: await asked() }),
      },
      {
        command: declineApplication,
        capability: "people.manage",
        input: async () => ({ applicationId: await asked(), reason: "Hors de la commune" }),
      },
      {
        command: withdrawApplication,
        capability: "people.manage",
        input: async () => ({ applicationId: await asked() }),
      },
      {
        command: objectToApplication,
        capability: "people.manage",
        input: async () => ({ applicationId: await asked(), objection: "Mandat ailleurs" }),
      },
    ],
  )

  it("make the person and the membership when they are accepted, and tell whoever asked", async () => {
    const applicationId = await asked()
    const { personId, isNew } = await w.do(acceptApplication, { applicationId }, w.people.amina)
    assert.equal(isNew, true)
    const [one] = await w.look((db) =>
      db.selectFrom("memberships").select(["ring", "since"]).where("person_id", "=", personId).execute(),
    )
    assert.deepEqual([one!.ring, one!.since.toString()], ["member", "2026-05-02"])
    assert.ok((await letters("application-accepted")).some(({ person_id }) => person_id === personId))
    await assert.rejects(w.do(acceptApplication, { applicationId }, w.people.amina), {
      code: "applications.already_answered",
    })
  })

  it("never make a second person silently: of the same address, and of the same name without accents", async () => {
    for (const more of [
      { email: "DARIO@lisle.example" },
      { given_name: "dário", family_name: "LEMMENS", email: "autre@ailleurs.example" },
    ]) {
      const applicationId = await asked(more)
      const { known } = await w.ask(readApplication, { applicationId }, w.people.amina)
      assert.deepEqual(
        known.map(({ id }) => id),
        [w.dario],
      )
      await assert.rejects(w.do(acceptApplication, { applicationId }, w.people.amina), { code: "applications.known" })
    }
    const applicationId = await asked({ email: "dario@lisle.example", ring: "sympathiser" })
    const { personId, isNew } = await w.do(
      acceptApplication,
      { applicationId, personId: w.dario, since: "2026-06-01" },
      w.people.amina,
    )
    assert.deepEqual([personId, isNew], [w.dario, false])
    const rings = await w.look((db) =>
      db
        .selectFrom("memberships")
        .select(["ring", "until"])
        .where("person_id", "=", w.dario)
        .orderBy("since")
        .execute(),
    )
    assert.deepEqual(
      rings.map(({ ring, until }) => `${ring} ${until ?? ""}`.trim()),
      ["member 2026-05-31", "sympathiser"],
    )
  })

  it("are not accepted without the consent that must be proved", async () => {
    const applicationId = await asked({ consentText: null })
    const { missing } = await w.ask(readApplication, { applicationId }, w.people.amina)
    assert.deepEqual(
      missing.map(({ key }) => key),
      ["members.missing.consent"],
    )
    await assert.rejects(w.do(acceptApplication, { applicationId }, w.people.amina), {
      code: "applications.something_missing",
    })
  })

  it("wait on Today with their last day, and are read by nobody who does not keep the people", async () => {
    const applicationId = await asked()
    const lines = await inOrganisation(w.db, w.organisation, (tx) =>
      waitingFor({ ...w.equipment, actor: w.people.amina, db: tx, now: w.now }),
    )
    const line = lines.find(({ at }) => at === `/membres/demandes/${applicationId}`)
    assert.equal(line?.due?.toString(), "2026-06-01")
    for (const actor of [w.people.dario, w.people.ines, w.people.oscar]) {
      await assert.rejects(w.ask(readApplication, { applicationId }, actor), { code: "not_found" })
      await assert.rejects(w.ask(listApplications, { bodyId: w.lisle }, actor), { code: "not_found" })
    }
  })

  it("are declined with a reason, which is written to whoever asked", async () => {
    const applicationId = await asked({ email: "refuse@ailleurs.example" })
    await assert.rejects(w.do(declineApplication, { applicationId, reason: "  " }, w.people.amina), /reason: required/)
    await w.do(declineApplication, { applicationId, reason: "Membre d’un autre parti" }, w.people.amina)
    assert.ok((await letters("application-declined")).some(({ address }) => address === "refuse@ailleurs.example"))
    const { letter } = await w.ask(readApplication, { applicationId }, w.people.amina)
    assert.equal(letter?.kind, "application-declined")
  })

  it("need the decision of the assembly where the rulebook gives it to the assembly", async () => {
    await rule("assembly")
    const applicationId = await asked()
    await assert.rejects(w.do(acceptApplication, { applicationId }, w.people.amina), /decidedOn: required/)
    await w.do(
      acceptApplication,
      { applicationId, decidedOn: "2026-04-28", decidedIn: "Assemblée du 28 avril, point 3" },
      w.people.amina,
    )
    assert.equal((await state(applicationId)).decided_in, "Assemblée du 28 avril, point 3")
  })

  it("are accepted by a decision of the register, which says its day; not by one that is not seen", async () => {
    await rule("assembly")
    const decided = async (body_id: string) => {
      const id = newId()
      await w.look((db) =>
        sql`insert into decisions (organisation_id, id, body_id, year, number, title, text, how, adopted, quorum, majority, taken_at)
          values (${w.organisation}, ${id}, ${body_id}, 2026, ${++number}, 'Admissions', 'Admises.', 'consent', true, '{}', '{}',
                  '2026-04-28T18:00:00Z')`.execute(db),
      )
      return id
    }
    const applicationId = await asked()
    const accept = (decisionId: string) => w.do(acceptApplication, { applicationId, decisionId }, w.people.amina)
    await assert.rejects(accept(await decided(w.brume)), { code: "not_found" })
    const decisionId = await decided(w.lisle)
    await accept(decisionId)
    const { decision_id, decided_on } = await state(applicationId)
    assert.deepEqual([decision_id, String(decided_on)], [decisionId, "2026-04-28"])
  })

  it("are accepted by silence where the rulebook says so, unless somebody objected or is known", async () => {
    await rule("automatic")
    const [silent, objected, known] = [await asked(), await asked(), await asked({ email: "amina@lisle.example" })]
    await w.do(objectToApplication, { applicationId: objected, objection: "À discuter" }, w.people.amina)
    const night = (days: number) =>
      inOrganisation(w.db, w.organisation, (tx) =>
        acceptDue({
          ...w.equipment,
          actor: system(w.organisation),
          db: tx,
          now: w.now.add({ hours: 24 * days }),
        }),
      )
    await night(30)
    assert.equal((await state(silent)).state, "asked")
    await night(31)
    await night(31)
    assert.equal((await state(silent)).state, "accepted")
    assert.equal((await state(objected)).state, "asked")
    assert.equal((await state(known)).state, "asked")
    await rule("secretariat")
  })

  it("are forgotten a year after they were declined", async () => {
    const applicationId = await asked()
    await w.do(withdrawApplication, { applicationId }, w.people.amina)
    const night = (days: number) =>
      inOrganisation(w.db, w.organisation, (tx) =>
        forgetApplications.run({
          ...w.equipment,
          actor: system(w.organisation),
          db: tx,
          now: w.now.add({ hours: 24 * days }),
        }),
      )
    await night(365)
    assert.equal((await state(applicationId)).given_name, "Sacha")
    await night(366)
    const { given_name, email, consent_text } = await state(applicationId)
    assert.deepEqual([given_name, email, consent_text], ["", null, null])
  })
})
