import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { z } from "zod"
import { inOrganisation } from "../../src/kernel/db.ts"
import { newId } from "../../src/kernel/id.ts"
import { system } from "../../src/kernel/job.ts"
import type { Actor } from "../../src/kernel/rule.ts"
import { addSkill } from "../../src/modules/skills/list/add.ts"
import { addTheme as addSkillTheme } from "../../src/modules/skills/themes/add.ts"
import { recordNewcomer } from "../../src/modules/welcome/journey/record.ts"
import { addFounder } from "../../src/modules/people/contract.ts"
import { logExchange } from "../../src/modules/counterparts/exchanges/log.ts"
import { addCounterpart } from "../../src/modules/counterparts/file/add.ts"
import { beginRole } from "../../src/modules/counterparts/file/roles.ts"
import { changeMeeting } from "../../src/modules/meetings/change.ts"
import { addItem } from "../../src/modules/meetings/agenda/add.ts"
import { prepareMeeting } from "../../src/modules/meetings/prepare.ts"
import { openMatter } from "../../src/modules/matters/open.ts"
import { addProgramme } from "../../src/modules/matters/programme/add.ts"
import { listProgramme } from "../../src/modules/matters/programme/list.ts"
import { addTheme } from "../../src/modules/matters/themes/add.ts"
import { beginSeries } from "../../src/modules/meetings/series/begin.ts"
import { openPoll } from "../../src/modules/meetings/polls/open.ts"
import { changeItem } from "../../src/modules/meetings/agenda/change.ts"
import { arrive } from "../../src/modules/meetings/attendance/arrive.ts"
import { charge } from "../../src/modules/meetings/attendance/charge.ts"
import { openMeeting } from "../../src/modules/meetings/attendance/open.ts"
import { readHold } from "../../src/modules/meetings/attendance/read-hold.ts"
import { recordApplication } from "../../src/modules/members/applications/record.ts"
import { payDues } from "../../src/modules/members/dues/pay.ts"
import { addDuesAmount } from "../../src/modules/members/dues/scale.ts"
import { freezeRoll } from "../../src/modules/members/roll/freeze.ts"
import { mayOpen } from "../../src/modules/documents/contract.ts"
import { addGroup } from "../../src/modules/sittings/assemblies/groups/add.ts"
import { addAssemblyMember } from "../../src/modules/sittings/assemblies/members/add.ts"
import { makeBook } from "../../src/modules/sittings/book/ask.ts"
import { addSittingItem } from "../../src/modules/sittings/items/add.ts"
import { recordSitting } from "../../src/modules/sittings/record.ts"
import { writeAnnotation } from "../../src/modules/annotations/write.ts"
import { adoptBase } from "../../src/modules/amendments/bases/adopt.ts"
import { bringBase } from "../../src/modules/amendments/bases/bring.ts"
import { beginAmendment } from "../../src/modules/amendments/begin.ts"
import { keepTitle } from "../../src/modules/letters/formulas/keep-title.ts"
import { registerIncoming } from "../../src/modules/letters/incoming/register.ts"
import { beginText } from "../../src/modules/texts/begin.ts"
import { addTextModel } from "../../src/modules/texts/models/add.ts"
import { remarkOnText } from "../../src/modules/texts/remarks/remark.ts"
import { saveText } from "../../src/modules/texts/save.ts"
import { readText } from "../../src/modules/texts/read-text.ts"
import { addTextSource } from "../../src/modules/texts/sheets/add-source.ts"
import { citeSheet } from "../../src/modules/texts/sheets/cite.ts"
import { validateText } from "../../src/modules/texts/validate.ts"
import { readTask } from "../../src/modules/tasks/read-task.ts"
import { makeList } from "../../src/modules/lists/make.ts"
import { enterCandidacy } from "../../src/modules/calls/candidacies/enter.ts"
import { publishCall } from "../../src/modules/calls/publish.ts"
import { askCandidates } from "../../src/modules/calls/questions/ask.ts"
import { writeCall } from "../../src/modules/calls/write.ts"
import { castVote } from "../../src/modules/votes/cast.ts"
import { closeBallot } from "../../src/modules/votes/close.ts"
import { contestBallot } from "../../src/modules/votes/contest/contest.ts"
import { closeChanges } from "../../src/modules/consent/nominations/close-changes.ts"
import { nominate } from "../../src/modules/consent/nominations/nominate.ts"
import { openChanges } from "../../src/modules/consent/nominations/open-changes.ts"
import { revealNominations } from "../../src/modules/consent/nominations/reveal.ts"
import { openElection } from "../../src/modules/consent/open.ts"
import { prepareElection } from "../../src/modules/consent/prepare.ts"
import { propose } from "../../src/modules/consent/proposals/propose.ts"
import { setList } from "../../src/modules/designations/people/set-list.ts"
import { prepareDesignation } from "../../src/modules/designations/prepare.ts"
import { openBallot } from "../../src/modules/votes/open.ts"
import { prepareOperation } from "../../src/modules/votes/operation/prepare-operation.ts"
import { prepareBallot } from "../../src/modules/votes/prepare.ts"
import { giveTask } from "../../src/modules/tasks/give.ts"
import { recordOffice } from "../../src/modules/offices/record.ts"
import { commands, example, reads } from "../hostile.ts"
import { type World, world } from "../world.ts"

/** In every word of what is confidential in Lisle, and in no other word of the world. */
const SECRET = "Zibeline"

// What somebody does for themselves, in their own organisation: its input may name things of others, and writes nothing on them.
const ownThings = ["calendar.subscribe", "people.chooseLetters", "views.keep", "welcome.showDetails"]

// What a schema says in words only, so that the input is well made and only the person is wrong.
const rule = { from: "2026-09-01", at: "20:00", minutes: 60, pattern: { every: "week", step: 1, weekdays: [1] } }
const options = ["2026-06-03", "2026-06-04"].map((day) => ({ day, at: "20:00" }))
const sealedKey = "k".repeat(43)
const corrected: Record<string, object> = {
  "bodies.create": { code: "XYZ" },
  "bodies.move": { underId: newId() },
  "bodies.split": { into: [{ name: "Nord", code: "XYZ", founderId: newId() }] },
  "territories.give": { territories: [] },
  "lists.make": { who: {} },
  "matters.open": { territory: null },
  "matters.change": { territory: null },
  "types.add": { startsAt: "20:00" },
  "texts.addSource": { url: "https://a.example/" },
  "types.change": { startsAt: "20:00" },
  "agenda.note": { base: null },
  "texts.save": { doc: null, base: null },
  "texts.give": { readerIds: [newId()] },
  "series.begin": { rule },
  "series.change": { rule },
  "polls.open": { options },
  "affiliations.join": { affiliationId: newId() },
  "welcome.setSteps": { steps: [1, 2].map((days) => ({ title: "Appeler", days })) },
  "sittings.noteLine": { affiliationId: newId() },
  "people.merge": { goneId: newId() },
  "votes.prepare": { kind: "yes_no", method: "majority", endsAt: "20:00", latestAt: "20:00", rounds: 2 },
  "votes.prepareOperation": { electorate: "members" },
  "votes.changeOperation": { electorate: "members" },
  "votes.nameTellers": { tellerIds: [newId(), newId()] },
  "votes.change": { kind: "yes_no", method: "majority", endsAt: "20:00", latestAt: "20:00", rounds: 2 },
  "votes.extend": { endsAt: "20:00" },
  "votes.giveTellerKey": { key: sealedKey },
  "votes.beginOpening": { key: sealedKey },
  "votes.castSealed": { ciphertext: sealedKey.repeat(2) },
  "votes.passShares": { shares: [{ ballotId: newId(), envelope: sealedKey }] },
  "votes.layUrn": {
    urn: {
      ballot: newId(),
      key: sealedKey,
      needed: 2,
      tellers: [],
      probe: sealedKey,
      trial: { key: sealedKey, probe: sealedKey, tellers: [] },
    },
  },
  "votes.beginRehearsal": { key: sealedKey },
  "votes.passTrialShares": { shares: [{ ballotId: newId(), how: "paper", envelope: sealedKey }] },
  "votes.endRehearsal": { urns: [{ ballotId: newId(), found: true }] },
  "calls.write": { endsAt: "20:00" },
  "calls.change": { endsAt: "20:00" },
  "calls.stand": { accepts: true },
  "calls.extend": { endsAt: "20:00" },
  "consent.nominate": { nomineeId: newId() },
  "consent.changeNomination": { nomineeId: newId() },
  "designations.follow": { leaverId: newId(), followerId: newId() },
  "people.holdApart": { otherId: newId() },
}

describe("the wrong person", () => {
  let w: World
  let things: Record<string, string>
  let wrong: { who: string; actor: Actor }[]
  before(async () => {
    w = await world()
    things = await secrets(w)
    wrong = [
      { who: "somebody of another organisation", actor: w.people.oscar },
      { who: "the treasurer of another body", actor: w.people.ines },
      { who: "somebody of no body", actor: await nobody(w) },
      { who: "a key made for something else", actor: { ...w.people.amina, via: "key", only: ["nothing.here"] } },
    ]
  })
  after(() => w.end())
  // An item is one of ours, or one of somebody else’s sitting; a theme is of matters, or of skills.
  const own = (name: string) => ({
    ...(name.startsWith("sittings.") && { itemId: things["sittingItemId"] }),
    ...(name.startsWith("skills.") && { themeId: things["skillThemeId"] }),
  })

  it("gets nothing by any command on things of a body that is not theirs", async (t) => {
    const faults: string[] = []
    let refused = 0
    const before = await counted(w)
    for (const { who, actor } of wrong)
      for (const command of commands) {
        if (ownThings.includes(command.name)) continue
        const input = { ...example(command.input, things).input, ...corrected[command.name], ...own(command.name) }
        const code = await refusal(() => w.do(command, input, actor))
        if (["not_found", "not_allowed"].includes(code)) refused++
        else if (namesSomething(input, things)) faults.push(`${command.name} by ${who}: ${code}`)
      }
    t.diagnostic(`${refused} refused of ${commands.length * wrong.length}`)
    assert.deepEqual(faults, [])
    assert.deepEqual(await counted(w), before, "and nothing is written in Lisle")
  })

  it("reads no name, title or word of Lisle by any question", async () => {
    const faults: string[] = []
    for (const { who, actor } of wrong)
      for (const read of reads) {
        const input = { ...example(read.input, things).input, ...own(read.name) }
        for (const asked of [{}, input, { ...input, q: SECRET }, { q: SECRET }]) {
          const answer = await told(() => w.ask(read, asked, actor))
          // The other organisation of the world has a Dario of its own, at the same address.
          const address = actor.organisation === w.organisation ? ["dario@lisle.example"] : []
          const word = [SECRET, ...address, ...Object.values(things)].find((one) => answer.includes(one))
          // A body's name, and who holds which function, are known in the whole organisation.
          const isPublic = word === things["bodyId"] && actor.organisation === w.organisation
          if (word && !isPublic) faults.push(`${read.name} tells ${who}: ${nameOf(word, things)}`)
        }
      }
    assert.deepEqual([...new Set(faults)], [])
  })

  it("reads nothing confidential by any question, even as a member or as one who prepares", async () => {
    const insiders = [
      { who: "a plain member", actor: w.people.dario },
      { who: "who prepares", actor: await w.holding(["meetings.prepare", "meetings.convene", "matters.manage"]) },
      { who: "who holds", actor: await w.holding(["meetings.hold", "minutes.write", "decisions.manage"]) },
      { who: "who counts", actor: await w.holding(["tasks.manage", "journal.read", "exports.make", "people.read"]) },
    ]
    const faults: string[] = []
    for (const { who, actor } of insiders)
      for (const read of reads) {
        const input = { ...example(read.input, things).input, ...own(read.name) }
        for (const asked of [{}, input, { ...input, q: SECRET }, { q: SECRET }, { bodyId: w.lisle }]) {
          if ((await told(() => w.ask(read, asked, actor))).includes(SECRET)) faults.push(`${read.name} tells ${who}`)
        }
      }
    assert.deepEqual([...new Set(faults)], [])
  })

  it("reads no title of what is confidential through a task of their own", async () => {
    const { bodyId, matterId, decisionId } = things as Record<"bodyId" | "matterId" | "decisionId", string>
    const { dario } = w.people
    const { taskId } = await w.do(giveTask, { bodyId, what: "Suivre", ownerId: w.dario, matterId, decisionId }, dario)
    assert.ok(!(await told(() => w.ask(readTask, { taskId }, dario))).includes(SECRET))
    const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-06-02", at: "20:00" }, w.people.amina)
    const { itemId } = await w.do(addItem, { meetingId, title: "Point" }, w.people.amina)
    await w.do(giveTask, { bodyId, what: SECRET, meetingId, itemId, confidential: true }, w.people.amina)
    const page = await told(() => w.ask(readHold, { meetingId }, dario))
    assert.ok(page.includes("Point") && !page.includes(SECRET))
  })

  it("does not open a paper that was taken off a confidential item", async () => {
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-06-03", at: "20:00" },
      w.people.amina,
    )
    const { fileId } = things as Record<"fileId", string>
    const open = (actor: Actor) =>
      w.look(async (db) => {
        const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow()
        return mayOpen(file, { ...w.equipment, actor, db, now: w.now })
      })
    await w.look((db) => db.updateTable("files").set({ confidential: false }).where("id", "=", fileId).execute())
    assert.ok(await open(w.people.dario), "a file that hangs nowhere is its body's")
    const { itemId } = await w.do(
      addItem,
      { meetingId, title: "Point", confidential: true, paperIds: [fileId] },
      w.people.amina,
    )
    assert.ok(!(await open(w.people.dario)))
    await w.do(changeItem, { itemId, base: { paperIds: [fileId] }, paperIds: [] }, w.people.amina)
    assert.ok(!(await open(w.people.dario)))
    assert.ok(await open(w.people.amina))
  })

  it("names nobody whom they do not see, by any command or question", async () => {
    const { rows: columns } = await w.look((db) =>
      sql<{ at: string; of: string }>`
        select conrelid::regclass::text as at, (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[2]) as of
          from pg_constraint where contype = 'f' and confrelid = 'people'::regclass and has_table_privilege(conrelid, 'select')`.execute(
        db,
      ),
    )
    const named = () =>
      w.look(async (db) => {
        const counts: Record<string, number> = {}
        for (const { at, of } of columns) {
          const { rows } = await sql<{ count: number }>`
            select count(*)::int as count from ${sql.table(at)} where ${sql.ref(of)} = ${w.ines}`.execute(db)
          counts[`${at}.${of}`] = rows[0]!.count
        }
        return counts
      })
    const before = await named()
    assert.ok(columns.length > 15)
    const faults: string[] = []
    const asked: string[] = []
    for (const one of [...commands, ...reads]) {
      const input = { ...example(one.input, things).input, ...own(one.name) }
      const fields = Object.keys(properties(one.input)).filter((name) => personField.test(name))
      for (const field of fields) {
        const theirs = { ...input, ...corrected[one.name], [field]: field.endsWith("s") ? [w.ines] : w.ines }
        const ask = () =>
          "run" in one && commands.includes(one as never)
            ? w.do(one as never, theirs, w.people.amina)
            : w.ask(one as never, theirs, w.people.amina)
        const answer = await refusal(async () => {
          const said = JSON.stringify(await ask(), (_key, value) => (typeof value === "bigint" ? String(value) : value))
          if (!/Vandermeer|ines@/.test(said ?? "")) return
          faults.push(`${one.name} tells who ${field} is`)
        })
        asked.push(`${one.name} ${field}: ${answer}`)
      }
    }
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-05-02", at: "09:00" },
      w.people.amina,
    )
    const { itemId } = await w.do(addItem, { meetingId, title: "Point" }, w.people.amina)
    await w.do(openMeeting, { meetingId, chairId: w.amina }, w.people.amina)
    const inRoom = [
      [arrive, { meetingId, personIds: [w.ines] }],
      [charge, { itemId, what: "Suivre", ownerId: w.ines }],
    ] as const
    for (const [one, input] of inRoom)
      assert.equal(await refusal(() => w.do(one, input, w.people.amina)), "not_found", one.name)
    assert.deepEqual(faults, [])
    assert.deepEqual(await named(), before)
    const refused = asked.filter((one) => one.endsWith("not_found")).map((one) => one.split(":")[0])
    for (const sure of [
      "mandates.record personId",
      "memberships.begin personId",
      "grants.give personId",
      "bodies.create founderId",
      "tasks.give ownerId",
      "tasks.give helperIds",
      "tasks.change ownerId",
      "matters.open leadId",
      "matters.change leadId",
      "matters.open staffId",
      "meetings.change chairId",
      "agenda.add presenterId",
      "agenda.change presenterId",
      "meetings.open chairId",
      "meetings.convocation guestIds",
      "mandates.explain personId",
      "mandates.rights personId",
      "mandates.foresee personId",
      "people.read personId",
    ])
      assert.ok(refused.includes(sure), `${sure} among ${asked.join(", ")}`)
  })

  it("would be seen: whoever may read them does", async () => {
    const said = new Set<string>()
    for (const read of reads) {
      const answer = await told(() => w.ask(read, example(read.input, things).input, w.people.amina))
      if (answer.includes(SECRET)) said.add(read.name)
    }
    for (const name of [
      "meetings.read",
      "matters.read",
      "tasks.read",
      "decisions.read",
      "counterparts.read",
      "exchanges.read",
    ])
      assert.ok(said.has(name), name)
  })
})

/** How inputs call a person. */
const personField = /^(person|lead|staff|owner|ours|helper|presenter|chair|scribe|founder|holder|giver|guest)Ids?$/

const properties = (schema: z.ZodType) =>
  (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as { properties?: object }).properties ?? {}

/** The whole answer as text; nothing when there is none. */
const told = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    const whole = await work()
    return JSON.stringify(whole, (_key, value) => (typeof value === "bigint" ? String(value) : value)) ?? ""
  } catch {
    return ""
  }
}

const refusal = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work()
    return "done"
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return code ?? message ?? "?"
  }
}

const nameOf = (value: string, things: Record<string, string>) =>
  Object.entries(things).find(([, id]) => id === value)?.[0] ?? value

const namesSomething = (input: unknown, things: Record<string, string>) => {
  const said = JSON.stringify(input)
  return Object.values(things).some((id) => said.includes(id))
}

/** How many rows each table of what people make holds in Lisle's organisation; the memory of commands aside. */
const counted = (w: World) =>
  w.look(async (db) => {
    const tables = ["agenda_items", "attendances", "decisions", "events", "files", "grants", "invitations", "mandates"]
    const others = ["counterparts", "counterpart_roles", "exchanges", "exchange_mails", "acquaintances"]
    const more = [
      "matters",
      "meetings",
      "memberships",
      "themes",
      "minutes",
      "people",
      "proxies",
      "rules",
      "sendings",
      "tasks",
    ]
    const members = [
      "applications",
      "dues",
      "dues_amounts",
      "dues_letters",
      "dues_payments",
      "rolls",
      "roll_lines",
      "ballots",
      "ballot_votes",
      "voting_operations",
      "operation_tellers",
      "operation_proxies",
      "ballot_candidates",
      "ballot_urns",
      "ballot_signatures",
      "ballot_sealed",
      "ballot_openings",
      "ballot_passed_shares",
      "calls",
      "candidacies",
      "call_questions",
      "call_answers",
      "consent_elections",
      "consent_participants",
      "consent_nominations",
      "consent_proposals",
      "consent_answers",
      "consent_proclamations",
      "ballot_proclamations",
      "designations",
      "designation_people",
    ]
    const counts: Record<string, number> = {}
    for (const table of [...tables, ...more, ...members, ...others]) {
      const { count } = await db
        .selectFrom(table as "meetings")
        .select(({ fn }) => fn.countAll<bigint>().as("count"))
        .executeTakeFirstOrThrow()
      counts[table] = Number(count)
    }
    return counts
  })

const openedElection = async (w: World): Promise<string> => {
  const role = { bodyId: w.lisle, role: "Trésorerie", electorate: "members" }
  const { electionId } = await w.do(prepareElection, role, w.people.amina)
  await w.do(openElection, { electionId, among: "roll" }, w.people.amina)
  return electionId
}

const proposalOf = async (w: World): Promise<string> => {
  const { amina } = w.people
  const electionId = await openedElection(w)
  const said = { electionId, reasons: "Il sait compter." }
  await w.do(nominate, { ...said, nomineeId: w.dario }, amina)
  await w.do(revealNominations, { electionId, evenIfMissing: true }, amina)
  await w.do(openChanges, { electionId }, amina)
  await w.do(closeChanges, { electionId, evenIfMissing: true }, amina)
  return (await w.do(propose, { ...said, personId: w.dario }, amina)).proposalId
}

const nobody = (w: World): Promise<Actor> =>
  inOrganisation(w.db, w.organisation, async (tx) =>
    w.as(
      await addFounder(
        { given_name: "Noé", family_name: "Personne", form: "m", email: `${newId()}@x.example` },
        { ...w.equipment, db: tx, actor: system(w.organisation), now: w.now },
      ),
    ),
  )

/** One of each thing of Lisle, all confidential where a thing can be, all holding the secret word where it is not public. */
const secrets = async (w: World): Promise<Record<string, string>> => {
  const { amina } = w.people
  const bodyId = w.lisle
  const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-06-01", at: "20:00" }, amina)
  await w.do(changeMeeting, { meetingId, confidential: true }, amina)
  const secret = { title: `${SECRET} point`, confidential: true, proposedDecision: SECRET }
  const { itemId } = await w.do(addItem, { meetingId, ...secret }, amina)
  const { itemId: intoId } = await w.do(addItem, { meetingId, ...secret }, amina)
  const { matterId } = await w.do(
    openMatter,
    { bodyId, title: SECRET, standing: SECRET, nextStep: SECRET, confidential: true },
    amina,
  )
  const { themeId } = await w.do(addTheme, { bodyId, name: "Chauffage" }, amina)
  await w.do(addProgramme, { bodyId, lines: "Un train par heure", themeId }, amina)
  const { rows: promised } = await w.ask(listProgramme, { bodyId }, amina)
  const programmeLineId = promised[0]!.id
  const { taskId } = await w.do(giveTask, { bodyId, what: SECRET, note: SECRET, confidential: true }, amina)
  const { seriesId } = await w.do(beginSeries, { bodyId, title: "Série", rule }, amina)
  const { pollId } = await w.do(openPoll, { bodyId, title: "Sondage", options }, amina)
  const asked = { given_name: SECRET, family_name: SECRET, ring: "member", source: "paper", message: SECRET }
  const { applicationId } = await w.do(recordApplication, { bodyId, ...asked }, amina)
  const treasurer = await w.holding(["dues.manage"])
  const owed = { bodyId, year: 2026 }
  const { amountId } = await w.do(addDuesAmount, { ...owed, label: SECRET, cents: 3000 }, treasurer)
  const { paymentId } = await w.do(
    payDues,
    { ...owed, personId: w.amina, cents: 3000, means: "cash", paidOn: "2026-05-01", payer: SECRET },
    treasurer,
  )
  const frozen = { title: "Liste", onDay: "2026-05-02", rule: { who: "members" } }
  const { rollId } = await w.do(freezeRoll, { bodyId, ...frozen }, amina)
  const outside = { bodyId, nature: "organisation", name: `${SECRET} ASBL`, note: SECRET, email: "z@zibeline.example" }
  const { counterpartId: outsideId } = await w.do(addCounterpart, outside, amina)
  const { counterpartId } = await w.do(
    addCounterpart,
    { bodyId, nature: "person", name: SECRET, themes: [SECRET] },
    amina,
  )
  const { roleId } = await w.do(beginRole, { counterpartId, outsideId, title: SECRET }, amina)
  const said = { kind: "request", on: "2026-05-01", about: SECRET, said: SECRET, theirsIds: [counterpartId], matterId }
  const { exchangeId } = await w.do(logExchange, { bodyId, ...said, confidential: true }, amina)
  const met = {
    given_name: "Zoé",
    family_name: "Nouvelle",
    phone: "0470",
    wish: "contact",
    message: SECRET,
    source: "market",
  }
  const { newcomerId } = await w.do(recordNewcomer, { bodyId, ...met, agreed: "spoken" }, amina)
  const { themeId: skillThemeId } = await w.do(addSkillTheme, { bodyId, name: "Argent" }, amina)
  const { skillId } = await w.do(addSkill, { bodyId, name: "Tenir la caisse", themeId: skillThemeId }, amina)
  const { sittingId, assemblyId } = await w.do(
    recordSitting,
    { bodyId, assembly: { name: "Conseil", kind: "other" }, title: "Séance", day: "2026-06-10", at: "20:00" },
    amina,
  )
  const { itemId: sittingItemId } = await w.do(addSittingItem, { sittingId, title: "Budget" }, amina)
  const { textId } = await w.do(
    beginText,
    { bodyId, kind: "wish", title: SECRET, fields: { addressee: SECRET }, confidential: true },
    amina,
  )
  const words = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: SECRET }] }] }
  await w.do(saveText, { textId, doc: words, base: null }, amina)
  const { remarkId } = await w.do(remarkOnText, { textId, passage: SECRET, said: SECRET }, amina)
  const sheet = { bodyId, kind: "argument_sheet", title: "Fiche", authorId: w.amina, confidential: true }
  const { textId: sheetId } = await w.do(beginText, sheet, amina)
  const { text: model } = await w.ask(readText, { textId: sheetId }, amina)
  await w.do(saveText, { textId: sheetId, doc: words, base: model.doc }, amina)
  await w.do(validateText, { textId: sheetId }, amina)
  const source = { textId: sheetId, url: "https://a.example/", label: SECRET }
  const { sourceId } = await w.do(addTextSource, source, amina)
  const { citationId } = await w.do(citeSheet, { textId, sheetId }, amina)
  const { modelId } = await w.do(addTextModel, { bodyId, kind: "wish", name: "Modèle" }, amina)
  const { groupId } = await w.do(addGroup, { assemblyId: String(assemblyId), name: "Ensemble", short: "ENS" }, amina)
  const { memberId } = await w.do(
    addAssemblyMember,
    { assemblyId: String(assemblyId), familyName: "Renard", groupId },
    amina,
  )
  const { baseId } = await w.do(bringBase, { bodyId, kind: "report", title: "Rapport", text: "Un texte." }, amina)
  await w.do(adoptBase, { baseId, revision: 0 }, amina)
  const { amendmentId } = await w.do(
    beginAmendment,
    { baseId, version: 1, confidential: true, grounds: SECRET, operations: [{ from: 0, to: 1, put: [SECRET] }] },
    amina,
  )
  const { bookId } = await w.do(makeBook, { sittingId, readerId: null }, amina)
  const noticeId = newId()
  const notice = { organisation_id: w.organisation, id: noticeId, sitting_id: sittingId, item_id: sittingItemId }
  await w.look((db) =>
    db
      .insertInto("sitting_notices")
      .values({ ...notice, stance: "for", condition: null, said_by: amina.personId, said_at: w.now })
      .execute(),
  )
  const sitting = { sittingId, assemblyId, sittingItemId, groupId, memberId, baseId, amendmentId, bookId, noticeId }
  const letter = { bodyId, receivedOn: "2026-05-01", about: SECRET, sender: SECRET, note: SECRET, confidential: true }
  const { incomingId } = await w.do(registerIncoming, letter, amina)
  const { titleId } = await w.do(
    keepTitle,
    { bodyId, function: "Maire", calledM: "Monsieur le Maire", calledF: "Madame la Maire", calledN: "Maire" },
    amina,
  )
  const sits = { personId: w.dario, role: "councillor", origin: "elected", since: "2024-12-02" }
  const institution = { name: "Conseil de Lisle", kind: "municipal_council", level: "local" }
  const { officeId } = await w.do(recordOffice, { bodyId, institution, ...sits }, amina)
  const seats = { bodyId, institution, role: "councillor", seats: 1, since: "2026-06-01" }
  const { designationId } = await w.do(prepareDesignation, seats, amina)
  await w.do(setList, { designationId, people: [{ personId: w.dario }] }, amina)
  const lent = { bodyId, name: "Appels", purpose: "Inviter", shows: ["phone"], endsOn: "2026-12-31" }
  const { listId } = await w.do(makeList, { ...lent, personIds: [w.dario] }, amina)
  const put = { kind: "yes_no", method: "majority", manner: "named", electorate: "members", onDay: "2026-05-02" }
  const { ballotId } = await w.do(prepareBallot, { bodyId, title: "Le budget", ...put }, amina)
  await w.do(openBallot, { ballotId }, amina)
  const call = { title: "Trésorerie", outside: "Intercommunale", seats: 1, who: "anyone", shown: "at_once" }
  const { callId } = await w.do(writeCall, { bodyId, ...call, endsOn: "2026-06-01", endsAt: "20:00" }, amina)
  await w.do(publishCall, { callId }, amina)
  const stood = { callId, personId: w.dario, receivedOn: "2026-05-01", statement: "Je sais compter." }
  const { candidacyId } = await w.do(enterCandidacy, stood, amina)
  const { questionId } = await w.do(askCandidates, { callId, text: "Pourquoi ?" }, amina)
  const held = { bodyId, title: "Élections", electorate: "members", onDay: "2026-05-02" }
  const { operationId } = await w.do(prepareOperation, held, amina)
  const contestId = await contested(w, operationId)
  const electionId = await openedElection(w)
  // What is written before all is shown is secret even to those of the body.
  await w.do(nominate, { electionId, nomineeId: w.amina, reasons: SECRET }, amina)
  const proposalId = await proposalOf(w)
  const mailId = newId()
  const decisionId = newId()
  const fileId = newId()
  const invitationId = newId()
  const strayId = newId()
  const { typeId, functionId, optionId } = await w.look(async (db) => {
    const organisation_id = w.organisation
    await db
      .insertInto("decisions")
      .values({
        organisation_id,
        id: decisionId,
        body_id: bodyId,
        meeting_id: meetingId,
        item_id: itemId,
        matter_id: matterId,
        year: 2026,
        number: 1,
        title: SECRET,
        text: SECRET,
        how: "consent",
        adopted: true,
        votes_for: null,
        votes_against: null,
        abstentions: null,
        blank: null,
        quorum: "{}",
        majority: "{}",
        taken_at: w.now,
        confidential: true,
        state: "in_force",
        superseded_by: null,
        carried_out_on: null,
        review_on: null,
      })
      .execute()
    await db
      .insertInto("files")
      .values({
        organisation_id,
        id: fileId,
        body_id: bodyId,
        name: `${SECRET}.pdf`,
        hash: "00",
        type: "application/pdf",
        bytes: 1n,
        confidential: true,
        text: SECRET,
        pages: null,
        kept_by: w.amina,
        kept_at: w.now,
      })
      .execute()
    await db
      .insertInto("invitations")
      .values({
        organisation_id,
        id: invitationId,
        meeting_id: meetingId,
        person_id: w.amina,
        means: "email",
        voting: true,
      })
      .execute()
    await db
      .insertInto("stray_answers")
      .values({
        organisation_id: w.organisation,
        id: strayId,
        meeting_id: meetingId,
        sender: "alias@elsewhere.example",
        attendee: "dario@lisle.example",
        answer: "present",
        note: SECRET,
        guess_id: invitationId,
        received_at: w.now,
      })
      .execute()
    await db
      .insertInto("exchange_mails")
      .values({
        organisation_id,
        id: mailId,
        body_id: bodyId,
        person_id: w.amina,
        message_id: "m@x",
        on_day: Temporal.PlainDate.from("2026-05-01"),
        subject: SECRET,
        said: SECRET,
        addresses: ["x@x.example"],
        names: [SECRET],
        received_at: w.now,
      })
      .execute()
    const first = async (table: "meeting_types" | "functions") =>
      (await db.selectFrom(table).select("id").where("body_id", "=", bodyId).executeTakeFirstOrThrow()).id
    const option = await db.selectFrom("date_poll_options").select("id").executeTakeFirstOrThrow()
    return {
      typeId: await first("meeting_types"),
      functionId: await first("functions"),
      optionId: option.id,
    }
  })
  const passage = { fileId, page: 1, quote: SECRET, rects: [{ x: 0, y: 0, w: 9, h: 9 }] }
  const { annotationId } = await w.do(writeAnnotation, { ...passage, said: SECRET, shared: true }, amina)
  const theirs = {
    annotationId,
    decisionId,
    byId: decisionId,
    fileId,
    paperId: fileId,
    invitationId,
    strayId,
    typeId,
    seriesId,
    pollId,
    roleId,
  }
  const ofMembers = { applicationId, amountId, paymentId, rollId }
  const come = {
    listId,
    ballotId,
    operationId,
    contestId,
    callId,
    electionId,
    proposalId,
    designationId,
    candidacyId,
    questionId,
    newcomerId,
    skillId,
    themeId,
    programmeLineId,
    skillThemeId,
  }
  const file = { counterpartId, theirsId: counterpartId, outsideId, exchangeId, mailId }
  const others = { officeId, parentId: bodyId, inMeetingId: meetingId, functionId, optionId, person: w.dario }
  return {
    bodyId,
    meetingId,
    itemId,
    intoId,
    matterId,
    taskId,
    textId,
    incomingId,
    titleId,
    remarkId,
    sheetId,
    sourceId,
    citationId,
    modelId,
    ...sitting,
    ...theirs,
    ...ofMembers,
    ...come,
    ...file,
    ...others,
  }
}

/** A vote of Lisle that a member contested, in words for those who answer. */
const contested = async (w: World, operationId: string): Promise<string> => {
  const { amina, dario } = w.people
  const asked = { kind: "candidates", candidates: "Ana", method: "plurality", manner: "named", electorate: "members" }
  const { ballotId } = await w.do(
    prepareBallot,
    { bodyId: w.lisle, operationId, title: "Élire", onDay: "2026-05-02", ...asked },
    amina,
  )
  await w.do(openBallot, { ballotId }, amina)
  await w.do(castVote, { ballotId, revision: 1, ranks: [[0]] }, dario)
  await w.do(closeBallot, { ballotId }, amina)
  const { contestId } = await w.do(contestBallot, { ballotId, words: `${SECRET} tenait l’urne.` }, dario)
  return contestId
}
