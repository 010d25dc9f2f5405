import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { strToU8 } from "fflate"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { system } from "../../../kernel/job.ts"
import { keepFile } from "../../documents/contract.ts"
import { changeAssembly } from "./change.ts"
import { followAssembly } from "./follow.ts"
import { addGroup } from "./groups/add.ts"
import { changeGroup } from "./groups/change.ts"
import { endGroup } from "./groups/end.ts"
import { addAssemblyMember } from "./members/add.ts"
import { changeAssemblyMember } from "./members/change.ts"
import { foreseeAssemblyMembers, importAssemblyMembers } from "./members/import.ts"
import { readAssembly } from "./read-assembly.ts"

describe("an assembly", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const followed = async () =>
    (
      await w.do(
        followAssembly,
        { bodyId: w.lisle, name: "Conseil de Lisle", kind: "be_municipal_council" },
        w.people.amina,
      )
    ).assemblyId as string
  let serial = 0
  const grouped = async (assemblyId: string, more = {}) =>
    (
      await w.do(
        addGroup,
        { assemblyId, name: `Groupe ${++serial}`, short: `G${serial}`, ...more } as never,
        w.people.amina,
      )
    ).groupId as string
  const seated = async (assemblyId: string, more = {}) =>
    (await w.do(addAssemblyMember, { assemblyId, familyName: `Élu ${++serial}`, ...more }, w.people.amina))
      .memberId as string
  const kept = (name: string, text: string, actor = w.people.amina) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name, content: strToU8(text) },
        { ...w.equipment, actor: { ...system(w.organisation), personId: actor.personId }, now: w.now, db },
      ),
    )
  const shown = (assemblyId: string, actor = w.people.dario) => w.ask(readAssembly, { assemblyId }, actor)

  trio(
    () => w,
    [
      {
        command: changeAssembly,
        capability: "sittings.manage",
        input: async () => ({ assemblyId: await followed(), name: "Conseil", seats: 19 }),
      },
      {
        command: addGroup,
        capability: "sittings.manage",
        input: async () => ({ assemblyId: await followed(), name: "Ensemble", short: "ENS" }),
      },
      {
        command: changeGroup,
        capability: "sittings.manage",
        input: async () => ({ groupId: await grouped(await followed()), name: "Ensemble", short: "ENS" }),
      },
      {
        command: endGroup,
        capability: "sittings.manage",
        input: async () => ({ groupId: await grouped(await followed()) }),
      },
      {
        command: addAssemblyMember,
        capability: "sittings.manage",
        input: async () => ({ assemblyId: await followed(), familyName: "Renard" }),
      },
      {
        command: changeAssemblyMember,
        capability: "sittings.manage",
        input: async () => ({ memberId: await seated(await followed()), familyName: "Renard" }),
      },
    ],
  )

  it("has its groups with who sits in each, for its body and for nobody else", async () => {
    const assemblyId = await followed()
    const groupId = await grouped(assemblyId, {
      name: "Écologistes",
      short: "ECO",
      side: "opposition",
      tint: "green",
      isOurs: true,
    })
    await seated(assemblyId, { givenName: "Dario", familyName: "Lemmens", groupId, personId: w.dario, seat: 4 })
    await seated(assemblyId, { familyName: "Ancien", groupId, until: "2026-04-30" })
    const { groups, members } = await shown(assemblyId)
    assert.deepEqual(
      groups.map(({ short, side, is_ours, members: count }) => [short, side, is_ours, count]),
      [["ECO", "opposition", true, 1]],
    )
    assert.deepEqual(
      members.map(({ family_name, seat, person_id }) => [family_name, seat, person_id]),
      [["Lemmens", 4, w.dario]],
    )
    for (const actor of [w.people.ines, w.people.oscar])
      await assert.rejects(shown(assemblyId, actor), { code: "not_found" })
  })

  it("refuses two groups of one short name, a group of another assembly, and to end one that is not empty", async () => {
    const [assemblyId, other] = [await followed(), await followed()]
    const groupId = await grouped(assemblyId, { short: "ECO" })
    await assert.rejects(grouped(assemblyId, { short: "eco" }), /name_taken/)
    await assert.rejects(seated(other, { groupId }), /unknown/)
    await assert.rejects(seated(assemblyId, { since: "2026-05-01", until: "2026-04-01" }), /ends_before/)
    const memberId = await seated(assemblyId, { groupId })
    await assert.rejects(w.do(endGroup, { groupId }, w.people.amina), { code: "assemblies.group_has_members" })
    await w.do(changeAssemblyMember, { memberId, familyName: "Élu", groupId: null }, w.people.amina)
    await w.do(endGroup, { groupId }, w.people.amina)
    assert.deepEqual((await shown(assemblyId)).groups, [])
  })

  it("links its seats to those whom the actor sees, and to nobody else", async () => {
    const assemblyId = await followed()
    const preparer = await w.holding(["sittings.manage"])
    await assert.rejects(
      w.do(addAssemblyMember, { assemblyId, familyName: "Vandermeer", personId: w.ines }, preparer),
      { code: "not_found" },
    )
  })

  const list = `Nom;Prénom;Groupe;Sigle;Position;Fonction;Siège;Depuis
LEMMENS;Dario;Les Écologistes;ECO;opposition;;12;02/12/2024
Renard;Élise;Union pour Lisle;UPL;majorité;échevine;3;
Durand;Paul;Union pour Lisle;UPL;majorité;;quatre;
Renard;Élise;Union pour Lisle;UPL;majorité;;;
;;;;;;;
Petit;Ana;;;;;;31/02/2026
`

  it("takes its members out of a file, and accounts for each line before it is written", async () => {
    const assemblyId = await followed()
    await grouped(assemblyId, { name: "Ecologistes de Lisle", short: "ECO", isOurs: true })
    const fileId = await kept("conseil.csv", list)
    const foreseen = await w.ask(foreseeAssemblyMembers, { assemblyId, fileId }, w.people.amina)
    assert.deepEqual(foreseen.columns, ["family_name", "given_name", "group", "short", "side", "role", "seat", "since"])
    assert.deepEqual(
      foreseen.lines.map(({ name, state, reason, ours }) => [name, state, reason, ours]),
      [
        ["Dario LEMMENS", "new", null, true],
        ["Élise Renard", "new", null, false],
        ["Paul Durand", "refused", "seat", false],
        ["Élise Renard", "refused", "twice", false],
        ["Ana Petit", "refused", "date", false],
      ],
    )
    assert.deepEqual(
      foreseen.newGroups.map(({ name, short, side }) => [name, short, side]),
      [["Union pour Lisle", "UPL", "majority"]],
    )
    assert.deepEqual((await shown(assemblyId)).members, [], "nothing is written before it is asked")
    const done = await w.do(importAssemblyMembers, { assemblyId, fileId }, w.people.amina)
    assert.deepEqual([done.created, done.refused, done.groups], [2, 3, 1])
    const { members, groups } = await shown(assemblyId)
    assert.deepEqual(
      members.map(({ family_name, role, person_id, group_id }) => [
        family_name,
        role,
        person_id,
        groups.find(({ id }) => id === group_id)?.short,
      ]),
      [
        ["LEMMENS", null, w.dario, "ECO"],
        ["Renard", "échevine", null, "UPL"],
      ],
    )
  })

  it("takes the group where ours sit for ours while none is", async () => {
    const assemblyId = await followed()
    const fileId = await kept("conseil.csv", "Nom;Prénom;Groupe\nRenard;Élise;UPL\nLemmens;Dario;ECO\n")
    await w.do(importAssemblyMembers, { assemblyId, fileId }, w.people.amina)
    const { groups, members } = await shown(assemblyId)
    assert.deepEqual(
      groups.filter(({ is_ours }) => is_ours).map(({ short }) => short),
      ["ECO"],
    )
    assert.deepEqual(
      members.flatMap(({ person_id }) => person_id ?? []),
      [w.dario],
    )
  })

  it("changes nothing by the same file twice, and ends who is in it no more only when told that it is complete", async () => {
    const assemblyId = await followed()
    const first = await kept("conseil.csv", "Nom;Prénom;Groupe\nLemmens;Dario;ECO\nRenard;Élise;UPL\n")
    await w.do(importAssemblyMembers, { assemblyId, fileId: first }, w.people.amina)
    const again = await w.do(importAssemblyMembers, { assemblyId, fileId: first }, w.people.amina)
    assert.deepEqual([again.created, again.changed, again.groups], [0, 0, 0])
    const next = await kept("conseil-2.csv", "Nom;Prénom;Groupe\nLemmens;Dario;UPL\n")
    const { lines, gone } = await w.ask(foreseeAssemblyMembers, { assemblyId, fileId: next }, w.people.amina)
    assert.deepEqual([lines.map(({ state }) => state), gone.map(({ name }) => name)], [["changed"], ["Élise Renard"]])
    await w.do(importAssemblyMembers, { assemblyId, fileId: next }, w.people.amina)
    assert.equal((await shown(assemblyId)).members.length, 2)
    await w.do(importAssemblyMembers, { assemblyId, fileId: next, complete: true }, w.people.amina)
    assert.deepEqual(
      (await shown(assemblyId)).members.map(({ family_name }) => family_name),
      ["Lemmens"],
    )
  })

  it("says what is wrong with a file that is no list, or is not one's own", async () => {
    const assemblyId = await followed()
    const ask = async (fileId: string) => w.ask(foreseeAssemblyMembers, { assemblyId, fileId }, w.people.amina)
    await assert.rejects(ask(await kept("vide.csv", "\n\n")), /sittings\.table_/)
    await assert.rejects(ask(await kept("autre.csv", "Couleur;Poids\nrouge;3\n")), {
      code: "assemblies.import_no_name",
    })
    await assert.rejects(ask(await kept("x.csv", "Nom\nRenard\n", w.people.dario)), { code: "not_found" })
    await assert.rejects(ask(newId()), { code: "not_found" })
    const fileId = await kept("x.csv", "Nom\nRenard\n")
    await assert.rejects(w.ask(foreseeAssemblyMembers, { assemblyId, fileId }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.do(importAssemblyMembers, { assemblyId, fileId }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(importAssemblyMembers, { assemblyId, fileId }, w.people.oscar), { code: "not_found" })
  })

  it("is one with its institution in the file of counterparts", async () => {
    const assemblyId = await followed()
    await assert.rejects(
      w.do(changeAssembly, { assemblyId, name: "Conseil", seats: null, outsideId: newId() }, w.people.amina),
      { code: "not_found" },
    )
  })
})
