/** Something that happened, in the past tense. Facts are ids and figures, never prose about a person: erasure stays possible. */
export type Event<Name extends string = string, F extends EventFacts = EventFacts> = { name: Name; facts: F }

export type EventFacts = Record<string, string | number | boolean | null | string[]>

export type EventMaker<Name extends string = string, F extends EventFacts = EventFacts> = ((
  facts: F,
) => Event<Name, F>) & { eventName: Name }

/** Declares an event: `event<{ meetingId: string }>()("meetings.convened")`. The first event of a command is its answer. */
export const event =
  <F extends EventFacts>() =>
  <Name extends string>(name: Name): EventMaker<Name, F> =>
    Object.assign((facts: F): Event<Name, F> => ({ name, facts }), { eventName: name })
