import { changes } from "../rich-text/three-ways.ts"
import { bagOf, likeness, likenessAtMost } from "./likeness.ts"

/** The paragraph of before and the one it became. */
export type Pair = { before: number; after: number; likeness: number }

// Below, a reader sees two paragraphs, not one that was changed.
const ALIKE = 0.4

// Beyond so many comparisons each paragraph is compared only with those about as far down the text.
const MANY = 100_000
const REACH = 60

/** Which paragraph became which, in the order of the text: first those that did not change, then between them the alike. */
export function aligned(before: string[], after: string[]): Pair[] {
  const pairs: Pair[] = []
  let at = 0
  let taken = 0
  const same = (until: number) => {
    while (at < until) pairs.push({ before: at++, after: taken++, likeness: 1 })
  }
  for (const { from, to, put } of changes(before, after, (text) => text)) {
    same(from)
    pairs.push(
      ...alike(before.slice(from, to), put).map((pair) => ({
        before: pair.before + from,
        after: pair.after + taken,
        likeness: pair.likeness,
      })),
    )
    at = to
    taken += put.length
  }
  same(before.length)
  return pairs
}

function alike(before: string[], after: string[]): Pair[] {
  const bags = after.map(bagOf)
  const slope = after.length / before.length
  const reach = before.length * after.length > MANY ? REACH : Infinity
  const candidates: Pair[] = []
  for (const [index, text] of before.entries()) {
    const bag = bagOf(text)
    const last = Math.min(after.length - 1, Math.floor(index * slope + reach))
    for (let other = Math.max(0, Math.ceil(index * slope - reach)); other <= last; other++) {
      if (likenessAtMost(bag, bags[other]!) < ALIKE) continue
      const found = likeness(bag, bags[other]!)
      if (found >= ALIKE) candidates.push({ before: index, after: other, likeness: found })
    }
  }
  return heaviestChain(candidates, after.length)
}

type Link = { pair: Pair; weight: number; prior?: Link }

// Pairs that follow one another in both texts, with the greatest likeness in sum. `best` is a Fenwick tree: the best chain
// that ends before a paragraph is found in log n, so that a thousand paragraphs cost what their candidates cost.
function heaviestChain(candidates: Pair[], length: number): Pair[] {
  const best: (Link | undefined)[] = []
  const before = (end: number) => {
    let found: Link | undefined
    for (let n = end; n > 0; n -= n & -n) if ((best[n]?.weight ?? 0) > (found?.weight ?? 0)) found = best[n]
    return found
  }
  // The later paragraph first: two candidates of one paragraph never follow each other.
  const inOrder = candidates.toSorted((one, other) => one.before - other.before || other.after - one.after)
  for (const pair of inOrder) {
    const prior = before(pair.after)
    const link: Link = { pair, weight: pair.likeness + (prior?.weight ?? 0), ...(prior && { prior }) }
    for (let n = pair.after + 1; n <= length; n += n & -n) if ((best[n]?.weight ?? 0) < link.weight) best[n] = link
  }
  const chain: Pair[] = []
  for (let link = before(length); link; link = link.prior) chain.unshift(link.pair)
  return chain
}
