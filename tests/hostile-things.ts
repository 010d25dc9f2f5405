import type { z } from "zod"
import { inOrganisation } from "../src/kernel/db.ts"
import { newId } from "../src/kernel/id.ts"
import { addItem } from "../src/modules/meetings/agenda/add.ts"
import { proposeItem } from "../src/modules/meetings/agenda/propose.ts"
import { logExchange } from "../src/modules/counterparts/exchanges/log.ts"
import { addCounterpart } from "../src/modules/counterparts/file/add.ts"
import { beginRole } from "../src/modules/counterparts/file/roles.ts"
import { prepareMeeting } from "../src/modules/meetings/prepare.ts"
import { adoptBase } from "../src/modules/amendments/bases/adopt.ts"
import { bringBase } from "../src/modules/amendments/bases/bring.ts"
import { noteOther } from "../src/modules/amendments/note-other.ts"
import { registerIncoming } from "../src/modules/letters/incoming/register.ts"
import { beginText } from "../src/modules/texts/begin.ts"
import { addTextModel } from "../src/modules/texts/models/add.ts"
import { remarkOnText } from "../src/modules/texts/remarks/remark.ts"
import { readText } from "../src/modules/texts/read-text.ts"
import { saveText } from "../src/modules/texts/save.ts"
import { writeAnnotation } from "../src/modules/annotations/write.ts"
import { keepFile } from "../src/modules/documents/contract.ts"
import { addTextSource } from "../src/modules/texts/sheets/add-source.ts"
import { citeSheet } from "../src/modules/texts/sheets/cite.ts"
import { validateText } from "../src/modules/texts/validate.ts"
import { openMatter } from "../src/modules/matters/open.ts"
import { addProgramme } from "../src/modules/matters/programme/add.ts"
import { listProgramme } from "../src/modules/matters/programme/list.ts"
import { addTheme } from "../src/modules/matters/themes/add.ts"
import { makeList } from "../src/modules/lists/make.ts"
import { enterCandidacy } from "../src/modules/calls/candidacies/enter.ts"
import { publishCall } from "../src/modules/calls/publish.ts"
import { askCandidates } from "../src/modules/calls/questions/ask.ts"
import { writeCall } from "../src/modules/calls/write.ts"
import { castVote } from "../src/modules/votes/cast.ts"
import { closeBallot } from "../src/modules/votes/close.ts"
import { contestBallot } from "../src/modules/votes/contest/contest.ts"
import { closeChanges } from "../src/modules/consent/nominations/close-changes.ts"
import { nominate } from "../src/modules/consent/nominations/nominate.ts"
import { openChanges } from "../src/modules/consent/nominations/open-changes.ts"
import { revealNominations } from "../src/modules/consent/nominations/reveal.ts"
import { openElection } from "../src/modules/consent/open.ts"
import { prepareElection } from "../src/modules/consent/prepare.ts"
import { answerProposal } from "../src/modules/consent/proposals/answer.ts"
import { elect } from "../src/modules/consent/proposals/elect.ts"
import { goOn } from "../src/modules/consent/proposals/go-on.ts"
import { propose } from "../src/modules/consent/proposals/propose.ts"
import { decideDesignation } from "../src/modules/designations/decide.ts"
import { designate } from "../src/modules/designations/designate/designate.ts"
import { setKey } from "../src/modules/designations/keys/set-key.ts"
import { setList } from "../src/modules/designations/people/set-list.ts"
import { prepareDesignation } from "../src/modules/designations/prepare.ts"
import { readDesignation } from "../src/modules/designations/read-designation.ts"
import { endOffice } from "../src/modules/offices/end.ts"
import { openBallot } from "../src/modules/votes/open.ts"
import { prepareOperation } from "../src/modules/votes/operation/prepare-operation.ts"
import { prepareBallot } from "../src/modules/votes/prepare.ts"
import { giveTask } from "../src/modules/tasks/give.ts"
import type { World } from "./world.ts"
import { example } from "./hostile.ts"

// A body has at most two hundred themes and a thousand lines of its programme, and the walk adds as many as it has strings: one
// is made first and shared, another to end.
const kept = new WeakMap<World, { shared: string; ending: string; programmeLineId: string }>()
const keptOf = async (world: World, command: string) => {
  const known = kept.get(world) ?? (await keepOnce(world))
  kept.set(world, known)
  const themeId = command === "themes.end" || command === "themes.reopen" ? known.ending : known.shared
  return { themeId, programmeLineId: known.programmeLineId }
}
const keepOnce = async (world: World) => {
  const { amina } = world.people
  const made = async (name: string) => (await world.do(addTheme, { bodyId: world.lisle, name }, amina)).themeId
  await world.do(addProgramme, { bodyId: world.lisle, lines: "Un train par heure" }, amina)
  const { rows } = await world.ask(listProgramme, { bodyId: world.lisle }, amina)
  return { shared: await made("Voirie"), ending: await made("Chauffage"), programmeLineId: rows[0]!.id }
}

/**
 * Real things for the fields that name one. Made anew for each command, since some of them end what they touch; only what the
 * command names is made, and what that hangs on.
 */
export const realThings = async (
  world: World,
  { name: command = "", input }: { name?: string; input?: z.ZodType } = {},
): Promise<Record<string, string>> => {
  const ways = waysToMake(world, command)
  const things: Record<string, string> = {}
  for (const name of input ? namedIn(input) : Object.keys(ways)) {
    const made = await ways[name]?.()
    if (made) things[name] = made
  }
  return things
}

/** The names of things that an input asks for. */
const namedIn = (input: z.ZodType): Set<string> => {
  const names = new Set<string>()
  const things = new Proxy({}, { get: (_, name) => (names.add(String(name)), newId()) })
  example(input, things)
  return names
}

/** A vote of an operation that is closed and elected the secretary once more. */
const electedIn = async ({ do: perform, lisle: bodyId, amina, people, look }: World): Promise<string> => {
  const day = { bodyId, electorate: "members", onDay: "2026-05-02", title: "Élections" }
  const { operationId } = await perform(prepareOperation, day, people.amina)
  const { id: functionId } = await look((db) =>
    db
      .selectFrom("functions")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("key", "=", "administrative-secretary")
      .executeTakeFirstOrThrow(),
  )
  const asked = { kind: "candidates", method: "plurality", manner: "named", candidateIds: [amina], functionId }
  const { ballotId } = await perform(prepareBallot, { ...day, ...asked, operationId }, people.amina)
  await perform(openBallot, { ballotId }, people.amina)
  await perform(castVote, { ballotId, revision: 1, ranks: [[0]] }, people.dario)
  await perform(closeBallot, { ballotId }, people.amina)
  return ballotId
}

/** An election without candidate in which all consented to somebody for a function that nobody holds. */
const consentedIn = async (world: World): Promise<string> => {
  const { lisle: bodyId, dario, people, look } = world
  const { amina } = people
  const { id: functionId } = await look((db) =>
    db
      .selectFrom("functions")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("key", "=", "treasurer")
      .executeTakeFirstOrThrow(),
  )
  const { electionId } = await world.do(prepareElection, { bodyId, functionId, electorate: "members" }, amina)
  const it = { electionId }
  await world.do(openElection, { ...it, among: "roll" }, amina)
  await world.do(nominate, { ...it, nomineeId: dario, reasons: "Il sait compter.", forId: dario }, amina)
  await world.do(revealNominations, { ...it, evenIfMissing: true }, amina)
  await world.do(openChanges, it, amina)
  await world.do(closeChanges, { ...it, evenIfMissing: true }, amina)
  const { proposalId } = await world.do(propose, { ...it, personId: dario, reasons: "Il sait compter." }, amina)
  await world.do(goOn, { ...it, proposalId, reason: "Tard." }, amina)
  await world.do(answerProposal, { ...it, proposalId, answer: "consent", forId: dario }, amina)
  await world.do(elect, { ...it, proposalId }, amina)
  return electionId
}

/** Two seats of the CPAS; as far as the command needs it: equals, a list, what decided, somebody who left. */
const designationIn = async ({ do: perform, ask, lisle: bodyId, amina, dario, people }: World, command: string) => {
  const by = people.amina
  const institution = { name: `CPAS ${newId()}`, kind: "cpas" }
  const where = { bodyId, institution, role: "councillor", seats: 1, substitutes: 1, since: "2026-05-02" }
  const { designationId } = await perform(prepareDesignation, where, by)
  const it = { designationId: designationId as string }
  const lines = ["PS", "MR"].map((name) => ({ name, weight: 3 }))
  if (command === "designations.settleTie")
    await perform(setKey, { ...it, of: "groups", key: { method: "cpas", lines, ours: 0 } }, by)
  if (!/^designations\.(designate|follow)$/.test(command)) return it.designationId
  const list = [{ personId: amina }, { personId: dario, seat: "substitute" }]
  await perform(setList, { ...it, people: list }, by)
  await perform(decideDesignation, { ...it, how: "told", toldBy: "Le conseil", toldOn: "2026-05-01" }, by)
  if (command === "designations.designate") return it.designationId
  await perform(designate, it, by)
  const page = await ask(readDesignation, it, by)
  await perform(endOffice, { officeId: page.people[0]!.office_id, until: "2026-05-31" }, by)
  return it.designationId
}

const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= work())
}

/** How each thing is made, by the name of the field that names one. */
const waysToMake = (world: World, command: string): Record<string, () => Promise<string>> => {
  const { amina } = world.people
  const bodyId = world.lisle
  const file = { bodyId, nature: "organisation", name: "Cercle", sure: true }
  const words = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Un vœu." }] }] }
  const answersProposal = /^agenda\.(accept|refuse|merge|withdraw)$/.test(command)
  const meetingId = once(
    async () => (await world.do(prepareMeeting, { bodyId, day: "2027-06-01", at: "20:00" }, amina)).meetingId,
  )
  const item = (title: string) => async () =>
    (await world.do(addItem, { meetingId: await meetingId(), title }, amina)).itemId
  const proposal = async () =>
    (await world.do(proposeItem, { meetingId: await meetingId(), title: "Une idée" }, amina)).itemId
  const outsideId = once(async () => (await world.do(addCounterpart, file, amina)).counterpartId)
  const counterpartId = once(
    async () => (await world.do(addCounterpart, { ...file, nature: "person", name: "Zoé" }, amina)).counterpartId,
  )
  const textId = once(async () => {
    const begun = { bodyId, kind: "wish", title: "Un vœu", authorId: amina.personId }
    const { textId: id } = await world.do(beginText, begun, amina)
    await world.do(saveText, { textId: id, doc: words, base: null }, amina)
    return id
  })
  const sheetId = once(async () => {
    const sheet = { bodyId, kind: "argument_sheet", title: "Une fiche", authorId: amina.personId }
    const { textId: id } = await world.do(beginText, sheet, amina)
    const { text: model } = await world.ask(readText, { textId: id }, amina)
    await world.do(saveText, { textId: id, doc: words, base: model.doc }, amina)
    await world.do(validateText, { textId: id }, amina)
    return id
  })
  const baseId = once(async () => {
    const text = "Article 1er\nUn texte.\nUn autre."
    const { baseId: id } = await world.do(bringBase, { bodyId, kind: "report", title: "Un rapport", text }, amina)
    // A version that waits to be mended, or one that is amended.
    if (!/^bases\.(mend|adopt)$/.test(command)) await world.do(adoptBase, { baseId: id, revision: 0 }, amina)
    return id
  })
  const amendmentId = async () => {
    if (command.startsWith("bases.")) return ""
    const other = { version: 1, group: "Les Crêtes", operations: [{ from: 1, to: 2, put: [] }] }
    return (await world.do(noteOther, { baseId: await baseId(), ...other }, amina)).amendmentId
  }
  const callId = once(async () => {
    const asked = { title: "Trésorerie", outside: "Intercommunale", seats: 1, who: "anyone", shown: "at_once" }
    const until = { endsOn: "2027-05-20", endsAt: "20:00" }
    const { callId: id } = await world.do(writeCall, { bodyId, ...asked, ...until }, amina)
    if (!/^calls\.(change|publish)$/.test(command)) await world.do(publishCall, { callId: id }, amina)
    return id
  })
  const candidacyId = once(async () => {
    const came = { personId: world.dario, receivedOn: "2026-05-01", statement: "Je sais compter." }
    return (await world.do(enterCandidacy, { callId: await callId(), ...came }, amina)).candidacyId
  })
  const electionId = once(async () => {
    if (/^consent\.(decide|proclaim)$/.test(command)) return consentedIn(world)
    const { electionId: id } = await world.do(
      prepareElection,
      { bodyId, role: "Trésorerie", electorate: "members" },
      amina,
    )
    const told = { electionId: id }
    if (/^consent\.(change|open)$/.test(command)) return id
    await world.do(openElection, { ...told, among: "roll" }, amina)
    if (/^consent\.(nominate|reveal)$/.test(command)) return id
    const own = { ...told, nomineeId: world.dario, reasons: "Il sait compter." }
    await world.do(nominate, { ...own, forId: world.dario }, amina)
    await world.do(revealNominations, { ...told, evenIfMissing: true }, amina)
    if (command === "consent.openChanges") return id
    await world.do(openChanges, told, amina)
    if (/^consent\.(keep|change)Nomination$/.test(command)) return id
    await world.do(closeChanges, { ...told, evenIfMissing: true }, amina)
    return id
  })
  const proposalId = once(async () => {
    const said = { electionId: await electionId(), personId: world.dario, reasons: "Il sait compter." }
    return (await world.do(propose, said, amina)).proposalId
  })
  const annotated = once(() => annotationOf(world, command))
  return {
    bodyId: async () => bodyId,
    meetingId,
    itemId: once(answersProposal ? proposal : item("Place du Marché")),
    intoId: once(item("Divers")),
    matterId: async () => (await world.do(openMatter, { bodyId, title: "Place du Marché" }, amina)).matterId,
    themeId: async () => (await keptOf(world, command)).themeId,
    programmeLineId: async () => (await keptOf(world, command)).programmeLineId,
    taskId: async () =>
      (await world.do(giveTask, { bodyId, what: "Réserver la salle", ownerId: world.dario }, amina)).taskId,
    listId: async () => {
      const lent = { bodyId, name: "Appels", shows: ["phone"], endsOn: "2026-12-31", personIds: [world.dario] }
      return (await world.do(makeList, lent, amina)).listId
    },
    ballotId: async () => {
      if (/^votes\.(decide|proclaim|contest)$/.test(command)) return electedIn(world)
      const asked = { bodyId, title: "Le budget", kind: "yes_no", method: "majority", electorate: "members" }
      const manner = command === "votes.typeFigures" ? "hand" : "named"
      const { ballotId: id } = await world.do(prepareBallot, { ...asked, manner, onDay: "2026-05-02" }, amina)
      if (/^votes\.(cast|typeFigures|close|takeBack)$/.test(command))
        await world.do(openBallot, { ballotId: id }, amina)
      return id
    },
    contestId: async () => {
      const contested = { ballotId: await electedIn(world), words: "L’isoloir était ouvert." }
      return (await world.do(contestBallot, contested, world.people.dario)).contestId
    },
    electionId,
    proposalId,
    designationId: () => designationIn(world, command),
    leaverId: async () => world.amina,
    followerId: async () => world.dario,
    nomineeId: async () => world.dario,
    operationId: async () =>
      (await world.do(prepareOperation, { bodyId, title: "Élections", onDay: "2026-05-02" }, amina)).operationId,
    callId,
    candidacyId,
    questionId: async () => {
      await candidacyId()
      return (await world.do(askCandidates, { callId: await callId(), text: "Pourquoi ?" }, amina)).questionId
    },
    incomingId: async () => {
      const came = { bodyId, receivedOn: "2026-05-01", about: "Guichet", sender: "SNCB" }
      return (await world.do(registerIncoming, came, amina)).incomingId
    },
    textId,
    remarkId: async () =>
      (await world.do(remarkOnText, { textId: await textId(), passage: "vœu", said: "Lequel ?" }, amina)).remarkId,
    sheetId,
    sourceId: async () =>
      (await world.do(addTextSource, { textId: await sheetId(), url: "https://a.example/" }, amina)).sourceId,
    citationId: async () =>
      (await world.do(citeSheet, { textId: await textId(), sheetId: await sheetId() }, amina)).citationId,
    modelId: async () => (await world.do(addTextModel, { bodyId, kind: "wish", name: "Au conseil" }, amina)).modelId,
    baseId,
    amendmentId,
    counterpartId,
    theirsId: counterpartId,
    outsideId,
    roleId: async () => {
      const role = { counterpartId: await counterpartId(), outsideId: await outsideId(), title: "présidente" }
      return (await world.do(beginRole, role, amina)).roleId
    },
    exchangeId: async () => {
      const said = { bodyId, kind: "request", on: "2026-05-01", about: "Le pont", theirsIds: [await counterpartId()] }
      return (await world.do(logExchange, said, amina)).exchangeId
    },
    ...(command.startsWith("annotations.") && {
      fileId: async () => (await annotated())["fileId"]!,
      annotationId: async () => (await annotated())["annotationId"]!,
    }),
    person: async () => world.dario,
  }
}

/** A paper with a note that is shared. */
const annotationOf = async (world: World, command: string): Promise<Record<string, string>> => {
  const { amina } = world.people
  const fileId = await inOrganisation(world.db, world.organisation, (db) =>
    keepFile(
      { bodyId: world.lisle, name: `${command}.txt`, content: new TextEncoder().encode("Un rapport.") },
      { ...world.equipment, actor: amina, db, now: world.now },
    ),
  )
  const passage = { fileId, page: 1, quote: "Un rapport", rects: [{ x: 0, y: 0, w: 9, h: 9 }], said: "Lequel ?" }
  const { annotationId } = await world.do(writeAnnotation, { ...passage, shared: true }, amina)
  return { fileId, annotationId: annotationId as string }
}
