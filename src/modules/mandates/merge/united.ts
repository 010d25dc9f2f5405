/** A span of days in which somebody is something: a member, a treasurer, of a sensibility. `until` is the last day; null: it lasts. */
export type Span = { id: string; since: Temporal.PlainDate; until: Temporal.PlainDate | null }

/** What becomes of the spans of two records that turn out to be one person. `cuts`: days of a span that a stronger one splits in two. */
export type United<S> = { kept: S[]; gone: { id: string; into: string | null }[]; cuts: { of: string; span: S }[] }

/**
 * One person is one thing a day: spans of the same `what` that share days become one, and where two things share days the one
 * that comes first in `spans` keeps them. A day that one of the records covered is still covered, by the strongest. Two that
 * follow one another stay two: they are two terms.
 */
export const united = <S extends Span>(spans: readonly S[], what: (span: S) => string): United<S> => {
  const kept: S[] = []
  const gone: United<S>["gone"] = []
  for (const span of spans) {
    // One that never began covers no day: it stays as it was written.
    if (isEmpty(span)) {
      kept.push(span)
      continue
    }
    let whole = span
    for (;;) {
      const at = kept.findIndex((one) => !isEmpty(one) && what(one) === what(whole) && shares(one, whole))
      const other = kept[at]
      if (!other) break
      kept.splice(at, 1)
      gone.push({ id: whole.id, into: other.id })
      whole = { ...other, since: first(other.since, whole.since), until: last(other.until, whole.until) }
    }
    kept.push(whole)
  }
  return apart(inOrder(kept, spans), { gone: settled(gone), what })
}

/** Each takes from the weaker ones after it the days that they share. */
const apart = <S extends Span>(
  spans: readonly S[],
  { gone, what }: { gone: United<S>["gone"]; what: (span: S) => string },
): United<S> => {
  const kept: S[] = []
  const cuts: United<S>["cuts"] = []
  for (const span of spans) {
    if (isEmpty(span)) {
      kept.push(span)
      continue
    }
    const stronger = [...kept, ...cuts.map((one) => one.span)].filter(
      (one) => !isEmpty(one) && what(one) !== what(span),
    )
    const [head, ...rest] = stronger.reduce<S[]>((left, one) => left.flatMap((part) => without(part, one)), [span])
    if (!head) gone.push({ id: span.id, into: null })
    else kept.push(head)
    for (const part of rest) cuts.push({ of: span.id, span: part })
  }
  return { kept, gone, cuts }
}

const without = <S extends Span>(span: S, taken: Span): S[] => {
  if (!shares(span, taken)) return [span]
  const parts: S[] = []
  if (before(span.since, taken.since)) parts.push({ ...span, until: taken.since.subtract({ days: 1 }) })
  if (taken.until && (!span.until || before(taken.until, span.until)))
    parts.push({ ...span, since: taken.until.add({ days: 1 }) })
  return parts
}

// What was united into one that was itself united later went into the last of them.
const settled = (gone: { id: string; into: string | null }[]) => {
  const into = new Map(gone.map((one) => [one.id, one.into]))
  const end = (id: string | null): string | null => (id && into.has(id) ? end(into.get(id)!) : id)
  return gone.map(({ id, into: to }) => ({ id, into: end(to) }))
}

const inOrder = <S extends Span>(kept: readonly S[], spans: readonly S[]) => {
  const place = new Map(spans.map(({ id }, at) => [id, at]))
  return kept.toSorted((a, b) => place.get(a.id)! - place.get(b.id)!)
}

const isEmpty = ({ since, until }: Span) => until !== null && before(until, since)
const before = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0
const first = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (before(one, other) ? one : other)
const last = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) =>
  one && other ? (before(one, other) ? other : one) : null
const shares = (one: Span, other: Span) =>
  (!one.until || !before(one.until, other.since)) && (!other.until || !before(other.until, one.since))
