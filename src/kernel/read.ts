import type { z } from "zod"
import { permits, refuseFor, weakOf } from "./command.ts"
import { type Db, inOrganisation } from "./db.ts"
import { parsed } from "./input.ts"
import { refuse } from "./refusal.ts"
import type { Actor, Circumstances, Rule } from "./rule.ts"
import type { Equipment } from "./equipment.ts"

export type Read<
  Name extends string = string,
  Schema extends z.ZodType = z.ZodType<any>,
  Subject = any,
  Output = any,
> = {
  name: Name
  input: Schema
  /** What the read is about, when it is about one thing. Undefined: 404. */
  find?: (input: z.output<Schema>, given: Circumstances) => Promise<Subject | undefined>
  /** Rows are scoped in SQL; this is who may ask at all. Refused as 404: what one may not see does not exist. */
  allow: Rule<Subject>
  run: (it: { input: z.output<Schema>; subject: Subject } & Circumstances) => Promise<Output>
}

/** Declares a read: SQL, scoped to what the actor may see. */
export const read = <const Name extends string, Schema extends z.ZodType, Output, Subject = undefined>(
  definition: Read<Name, Schema, Subject, Output>,
): Read<Name, Schema, Subject, Output> => definition

/** Answers a read, in one transaction behind the wall. Throws Invalid and Refusal. */
export const answer = <Schema extends z.ZodType, Subject, Output>(
  read: Read<string, Schema, Subject, Output>,
  raw: unknown,
  {
    actor,
    db,
    equipment,
    now = Temporal.Now.instant(),
  }: { actor: Actor; db: Db; equipment: Equipment; now?: Temporal.Instant },
): Promise<Output> => {
  const input = parsed(read.input, raw)
  return inOrganisation(
    db,
    actor.organisation,
    async (tx) => {
      const given = { ...equipment, actor, db: tx, now }
      const subject = read.find
        ? ((await read.find(input, given)) ?? refuse("not_found", {}, 404))
        : (undefined as Subject)
      if (!(await permits(read, subject, given))) await refuseFor(read, subject, given, ["not_found", 404])
      return read.run({ input, subject, ...given })
    },
    weakOf(actor),
  )
}

/** What a value becomes in JSON: days and instants as ISO text, big integers as decimal text. */
export type Json<T> = T extends
  | bigint
  | Temporal.PlainDate
  | Temporal.Instant
  | Temporal.PlainTime
  | Temporal.PlainDateTime
  ? string
  : T extends (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T
