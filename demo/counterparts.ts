import { answerRequest } from "../src/modules/counterparts/exchanges/request.ts"
import { logExchange } from "../src/modules/counterparts/exchanges/log.ts"
import { addCounterpart } from "../src/modules/counterparts/file/add.ts"
import { knowCounterpart } from "../src/modules/counterparts/file/know.ts"
import type { Days } from "./calendar.ts"
import type { Scene, Stage } from "./stage.ts"

/** Somebody outside, and since when the file knows them. */
export type CounterpartTold = {
  key: string
  kind?: "association" | "media" | "party" | "public_service" | "company" | "institution"
  name: string
  given_name?: string
  form?: "m" | "f"
  /** Their role, and the key of the organisation. */
  role?: [title: string, at: string]
  themes?: string[]
  territory?: string
  email?: string
  phone?: string
  website?: string
  note?: string
  weeks?: number
  known?: [who: string, how: string]
}

export type ExchangeTold = {
  weeks: number
  weekday: number
  by: string
  with: string[]
  ours?: string[]
  kind: "call" | "letter" | "mail" | "meeting" | "request" | "other"
  about: string
  said?: string
  /** What comes next, so many days after; a task for whoever notes it. */
  next?: [what: string, days: number]
  matter?: string
  confidential?: true
  /** Of a request: so many days later. */
  due?: number
  answer?: [words: string, days: number]
}

/** The file of those outside is filled by the secretariat, and exchanges are noted by whoever had them. */
export const counterpartsOf = (
  { people, exchanges }: { people: CounterpartTold[]; exchanges: ExchangeTold[] },
  stage: Stage,
  { bodyId, matters, secretary }: { bodyId: string; matters: Map<string, string>; secretary: string },
  days: Days,
): Scene[] => {
  const ids = new Map<string, string>()
  const id = (key: string) => ids.get(key)!
  return [
    ...people.map(({ key, role, weeks = 60, known, ...one }) => ({
      at: days.at(days.weekday(weeks, 3), "18:40"),
      play: async () => {
        const wish = {
          ...one,
          bodyId,
          nature: one.kind ? "organisation" : "person",
          sure: true,
          ...(role && { title: role[0], outsideId: id(role[1]) }),
        }
        ids.set(key, (await stage.act(secretary, addCounterpart, wish)).counterpartId)
        if (known) await stage.act(known[0], knowCounterpart, { counterpartId: id(key), how: known[1] })
      },
    })),
    ...exchanges.flatMap((one) => {
      const on = days.weekday(one.weeks, one.weekday)
      const noted: { exchangeId?: string } = {}
      const log: Scene = {
        at: days.at(on, "19:05"),
        play: async () => {
          const answer = await stage.act(one.by, logExchange, {
            bodyId,
            kind: one.kind,
            on: on.toString(),
            about: one.about,
            said: one.said ?? "",
            theirsIds: one.with.map(id),
            oursIds: (one.ours ?? [one.by]).map(stage.person),
            confidential: one.confidential ?? false,
            matterId: one.matter ? matters.get(one.matter) : null,
            ...(one.due !== undefined && { answerDue: on.add({ days: one.due }).toString() }),
            ...(one.next && {
              nextStep: one.next[0],
              nextOn: on.add({ days: one.next[1] }).toString(),
              ownerId: stage.person(one.by),
            }),
          })
          noted.exchangeId = answer.exchangeId
        },
      }
      if (!one.answer) return [log]
      const [words, later] = one.answer
      const answered: Scene = {
        at: days.at(on.add({ days: later }), "10:20"),
        play: () => stage.act(one.by, answerRequest, { exchangeId: noted.exchangeId, answer: words }),
      }
      return [log, answered]
    }),
  ]
}
