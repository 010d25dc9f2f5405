import type { Actor } from "../../kernel/rule.ts"
import { setSteps } from "./steps/set.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import { type Waiting, waitingFor } from "../../kernel/waiting.ts"
import { finishStep } from "./journey/finish.ts"
import { readNewcomer } from "./journey/read.ts"
import { recordNewcomer } from "./journey/record.ts"
import { confirmLetter } from "./letters/confirm.ts"
import { askToBeWelcomed } from "./page/ask.ts"
import { publicRoutes } from "./page/public-page.ts"
import { setPage } from "./page/set.ts"

export type WelcomeWorld = Awaited<ReturnType<typeof welcomeWorld>>

export const fourSteps = [
  { title: "Premier contact", days: 2 },
  { title: "Café", days: 7 },
  { title: "Réunion", days: 21 },
  { title: "Adhésion", days: 30, membership: true },
]

/** A world whose body has its page open, with newcomers to come by it or to be noted. */
export const welcomeWorld = async () => {
  const w: World = await world()
  const stranger: Actor = { organisation: w.organisation, personId: null, via: "link", language: "fr" }
  let drawn = 0
  const page = (open: boolean, more: object = {}) => ({
    bodyId: w.lisle,
    slug: "lisle",
    offer: "Venez.\n\nNous sommes au marché le samedi.",
    dataWords: "Vos coordonnées servent à vous répondre.",
    open,
    ...more,
  })
  const who = (more: object = {}) => ({
    bodyId: w.lisle,
    given_name: "Nora",
    family_name: `Passante${++drawn}`,
    email: `nora${drawn}@ailleurs.example`,
    phone: "0470 11 22 33",
    wish: "help",
    message: "Je connais bien le quartier.",
    ...more,
  })
  const noted = async (more: object = {}, actor = w.people.amina) =>
    (await w.do(recordNewcomer, who({ source: "market", agreed: "spoken", ...more }), actor)).newcomerId
  const asked = async (more: object = {}) =>
    (await w.do(askToBeWelcomed, who({ agreed: true, ...more }), stranger)).newcomerId
  const row = (newcomerId: string) =>
    w.look((db) => db.selectFrom("newcomers").selectAll().where("id", "=", newcomerId).executeTakeFirstOrThrow())
  const seen = (newcomerId: string, actor: Actor, at = w.now) => w.ask(readNewcomer, { newcomerId }, actor, at)
  const done = (newcomerId: string, place: number, actor = w.people.amina, more: object = {}) =>
    w.do(finishStep, { newcomerId, place, word: "Vu", ...more }, actor)
  const today = (actor: Actor, now = w.now): Promise<Waiting[]> =>
    inOrganisation(w.db, w.organisation, (tx) => waitingFor({ ...w.equipment, actor, db: tx, now }))
  const lineOf = async (newcomerId: string, actor: Actor, now = w.now) =>
    (await today(actor, now)).find(({ at }) => at === `/arrivants/${newcomerId}`)
  const later = (hours: number) => w.now.add({ hours })
  const letters = (newcomerId: string, kind: string) =>
    w.look(async (db) => {
      const all = await db.selectFrom("sendings").selectAll().where("kind", "=", kind).execute()
      return all.filter(({ content }) => (content as { newcomer_id?: string }).newcomer_id === newcomerId)
    })
  const composed = (composer: typeof confirmLetter, sending: unknown) =>
    w.look((db) =>
      composer(sending as never, {
        ...w.equipment,
        actor: system(w.organisation),
        db,
        now: w.now,
        once: (_key, make) => make(),
      }),
    )
  const ask = (
    route: (typeof publicRoutes)[number],
    params: Record<string, string>,
    body: Record<string, unknown> = {},
    query: Record<string, string> = {},
  ) =>
    route.handle({
      params,
      query,
      body,
      headers: { "accept-language": "fr" },
      cookies: {},
      ip: "",
      files: async function* () {},
      actor: async () => undefined,
      db: w.db,
      equipment: w.equipment,
    })
  const linkIn = (text: string, letter: string) => new RegExp(`/${letter}/(v1\\.[\\w.-]+)`).exec(text)![1]!

  await w.do(setPage, page(true), w.people.amina)
  await w.do(setSteps, { bodyId: w.lisle, steps: fourSteps }, w.people.amina)
  return { w, stranger, page, who, noted, asked, row, seen, done, today, lineOf, later, letters, composed, ask, linkIn }
}
