import type { Actor } from "../src/kernel/rule.ts"
import { changeNomination } from "../src/modules/consent/nominations/change-nomination.ts"
import { closeChanges } from "../src/modules/consent/nominations/close-changes.ts"
import { keepNomination } from "../src/modules/consent/nominations/keep-nomination.ts"
import { nominate } from "../src/modules/consent/nominations/nominate.ts"
import { openChanges } from "../src/modules/consent/nominations/open-changes.ts"
import { revealNominations } from "../src/modules/consent/nominations/reveal.ts"
import { openElection } from "../src/modules/consent/open.ts"
import { prepareElection } from "../src/modules/consent/prepare.ts"
import { answerProposal } from "../src/modules/consent/proposals/answer.ts"
import { propose } from "../src/modules/consent/proposals/propose.ts"
import { readElection } from "../src/modules/consent/read-election.ts"
import { addFunction, foundMandate } from "../src/modules/mandates/contract.ts"
import { world, type World } from "./world.ts"

export const refused = (code: string) => ({ code })
export const invalid = (code: string) => (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code === code

const CIRCLE = "circle"
const system = (w: World) => ({
  ...w.equipment,
  actor: { ...w.people.amina, personId: null, via: "system" as const },
  now: w.now,
})

/** A world with an election to hold: Dario, Léa and Hugo are of a circle of Lisle; Amina moves it on and takes no part. */
export const consentWorld = async () => {
  const w = await world()
  const { amina, dario } = w.people
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
  // A roll of their own: each test adds people to Lisle.
  await w.look((db) =>
    addFunction({ bodyId: w.lisle, key: CIRCLE, name: "Cercle", capabilities: [] }, { ...system(w), db }),
  )
  const inCircle = (actor: Actor) =>
    w.look((db) =>
      foundMandate({ personId: actor.personId!, bodyId: w.lisle, functionKey: CIRCLE }, { ...system(w), db }),
    )
  /** One more of the circle. */
  const member = async (given_name: string, form: "f" | "m" | "n"): Promise<Actor> => {
    const actor = await w.holding([])
    await inCircle(actor)
    await w.look((db) => db.updateTable("people").set({ given_name, form }).where("id", "=", actor.personId!).execute())
    return actor
  }
  await inCircle(dario)
  const lea = await member("Léa", "f")
  const hugo = await member("Hugo", "m")

  const fields = (more: object = {}) => ({
    functionId,
    criteria: "Sait compter\nRépond aux courriels",
    electorate: "holders",
    functions: [CIRCLE],
    ...more,
  })
  const prepared = async (more: object = {}): Promise<string> =>
    (await w.do(prepareElection, { bodyId: w.lisle, ...fields(more) }, amina)).electionId
  const opened = async (more: object = {}): Promise<string> => {
    const electionId = await prepared(more)
    await w.do(openElection, { electionId, among: "roll" }, amina)
    return electionId
  }
  const names = (electionId: string, by: Actor, whom: Actor, more: object = {}) =>
    w.do(nominate, { electionId, nomineeId: whom.personId, reasons: "Parce que.", ...more }, by)
  /** Dario and Hugo name Léa, Léa names Hugo. */
  const named = async (): Promise<string> => {
    const electionId = await opened()
    for (const [by, whom] of [
      [dario, lea],
      [hugo, lea],
      [lea, hugo],
    ] as const)
      await names(electionId, by, whom)
    return electionId
  }
  const revealed = async (): Promise<string> => {
    const electionId = await named()
    await w.do(revealNominations, { electionId }, amina)
    return electionId
  }
  const changing = async (): Promise<string> => {
    const electionId = await revealed()
    await w.do(openChanges, { electionId }, amina)
    return electionId
  }
  /** Hugo changes to Dario, the two others keep. */
  const settled = async (): Promise<string> => {
    const electionId = await changing()
    await w.do(changeNomination, { electionId, nomineeId: dario.personId, reasons: "Il a le temps." }, hugo)
    for (const one of [dario, lea]) await w.do(keepNomination, { electionId }, one)
    await w.do(closeChanges, { electionId }, amina)
    return electionId
  }
  const proposes = async (electionId: string, whom: Actor, more: object = {}): Promise<string> =>
    (await w.do(propose, { electionId, personId: whom.personId, reasons: "Elle sait compter.", ...more }, amina))
      .proposalId
  const proposed = async (): Promise<{ electionId: string; proposalId: string }> => {
    const electionId = await settled()
    return { electionId, proposalId: await proposes(electionId, lea) }
  }
  const answers = (
    it: { electionId: string; proposalId: string },
    by: Actor,
    answer: "consent" | "objection" = "consent",
    more: object = {},
  ) =>
    w.do(
      answerProposal,
      { ...it, answer, ...(answer === "objection" ? { objection: "Elle part en juin." } : {}), ...more },
      by,
    )
  /** All consent to Léa, she last. */
  const consented = async () => {
    const it = await proposed()
    for (const one of [dario, hugo, lea]) await answers(it, one)
    return it
  }
  const read = (electionId: string, actor = amina) => w.ask(readElection, { electionId }, actor)
  return {
    w,
    functionId,
    lea,
    hugo,
    member,
    fields,
    prepared,
    opened,
    names,
    named,
    revealed,
    changing,
    settled,
    proposes,
    proposed,
    answers,
    consented,
    read,
  }
}

export type ConsentWorld = Awaited<ReturnType<typeof consentWorld>>
