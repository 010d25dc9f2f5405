import { type Command, perform } from "../src/kernel/command.ts"
import { answer, type Read } from "../src/kernel/read.ts"
import { type Db, inOrganisation } from "../src/kernel/db.ts"
import type { Equipment } from "../src/kernel/equipment.ts"
import { system } from "../src/kernel/job.ts"
import type { Actor, OrganisationId } from "../src/kernel/rule.ts"
import type { idsOf } from "./ids.ts"

export type Given = { db: Db; equipment: Equipment }

/** One organisation of the example: who is in it by now, and the means to have them act at the hour of the story. */
export type Stage = ReturnType<typeof stageOf>

/** Something that happens at a moment of the story. */
export type Scene = { at: Temporal.Instant; play: () => Promise<unknown> }

export const stageOf = (
  organisation: OrganisationId,
  { db, equipment }: Given,
  ids: ReturnType<typeof idsOf>,
  zone: string,
  /** Hears the hour of each scene as it begins. */
  tell: (at: Temporal.Instant) => void = () => {},
) => {
  const people = new Map<string, string>()
  const clock = { now: Temporal.Instant.from("2020-01-01T00:00:00Z") }
  const person = (name: string): string => {
    const id = people.get(name)
    if (!id) throw new Error(`Nobody in the example is called ${name}`)
    return id
  }
  const as = (name: string): Actor => ({ organisation, personId: person(name), via: "session", language: "fr" })
  return {
    organisation,
    zone,
    people,
    person,
    /** The hour of the story; identifiers follow it. */
    now: () => clock.now,
    /** Somebody gives a command, now. */
    act: <C extends Command<any, any, any, any>>(
      who: string,
      command: C,
      input: unknown,
    ): Promise<C extends Command<any, any, any, infer Answer> ? Answer : never> =>
      perform(command as Command, input, { actor: as(who), db, equipment, now: clock.now }).catch(
        (cause: Error & { facts?: unknown }) => {
          const told = `${clock.now.toString()}, ${who}, ${command.name} ${JSON.stringify(input)}`
          throw new Error(`The story breaks: ${told}: ${cause.message} ${JSON.stringify(cause.facts)}`, { cause })
        },
      ) as never,
    /** Somebody asks, now. */
    ask: <R extends Read<any, any, any, any>>(
      who: string,
      read: R,
      input: unknown,
    ): Promise<R extends Read<any, any, any, infer Answer> ? Answer : never> =>
      answer(read as Read, input, { actor: as(who), db, equipment, now: clock.now }) as never,
    /** What no command does: the foundation, and a look at the tables. */
    within: <T>(
      work: (given: Parameters<Command["run"]>[0] extends infer R ? Omit<R, "input" | "subject"> : never) => Promise<T>,
    ) =>
      inOrganisation(db, organisation, (tx) =>
        work({ ...equipment, db: tx, actor: system(organisation), now: clock.now } as never),
      ),
    /** Plays scenes in the order of their hours. */
    async play(scenes: Scene[]) {
      for (const { at, play } of scenes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
        clock.now = at
        ids.at(at)
        tell(at)
        await play()
      }
    },
  }
}
