import { mergeInlines } from "./merge-words.ts"
import type { Block, Inline, ListItem, RichText } from "./schema.ts"
import { type Change, changes, grouped } from "./three-ways.ts"

export type Merged = {
  doc: RichText
  /** How many places both changed: what each wrote stands there side by side, for a person to settle. */
  conflicts: number
  /** The blocks of `doc`, by their index, that hold such a place. */
  places: number[]
}

/**
 * Two edits of the same text made one: by paragraphs first, then by words, so that nobody loses a word. A deletion
 * never takes away what the other one rewrote meanwhile. `base` is the text both began with.
 */
export function merge(base: RichText, mine: RichText, theirs: RichText): Merged {
  const { nodes, conflicts, places } = mergeNodes(base.content, mine.content, theirs.content)
  const content = (nodes as Block[]).flatMap(whole) as Block[]
  const doc: RichText = { type: "doc", content: content.length ? content : [{ type: "paragraph" }] }
  return { doc, conflicts, places }
}

type Node = Block | ListItem
type Result = { nodes: Node[]; conflicts: number; places: number[] }

function mergeNodes(base: Node[], mine: Node[], theirs: Node[]): Result {
  const into: Result = { nodes: [], conflicts: 0, places: [] }
  let at = 0
  for (const group of grouped(changes(base, mine, keyOf), changes(base, theirs, keyOf))) {
    into.nodes.push(...base.slice(at, group.from))
    at = group.to
    const was = base.slice(group.from, group.to)
    if (!group.theirs.length) into.nodes.push(...applied(base, group, group.mine))
    else if (!group.mine.length) into.nodes.push(...applied(base, group, group.theirs))
    else mergePassage(was, applied(base, group, group.mine), applied(base, group, group.theirs), into)
  }
  into.nodes.push(...base.slice(at))
  return into
}

const applied = (base: Node[], { from, to }: { from: number; to: number }, edits: Change<Node>[]) => {
  const nodes: Node[] = []
  let at = from
  for (const edit of edits) {
    nodes.push(...base.slice(at, edit.from), ...edit.put)
    at = edit.to
  }
  return [...nodes, ...base.slice(at, to)]
}

// Both changed this passage: each paragraph of the base looks for what became of it on either side.
function mergePassage(base: Node[], mine: Node[], theirs: Node[], into: Result) {
  if (same(mine, theirs)) return void into.nodes.push(...mine)
  const inMine = counterparts(base, mine)
  const inTheirs = counterparts(base, theirs)
  let m = 0
  let t = 0
  const added = (untilMine: number, untilTheirs: number) => {
    const fromMine = mine.slice(m, untilMine)
    const fromTheirs = theirs.slice(t, untilTheirs)
    into.nodes.push(
      ...fromMine,
      ...fromTheirs.filter((node) => !fromMine.some((other) => keyOf(other) === keyOf(node))),
    )
    m = Math.max(m, untilMine)
    t = Math.max(t, untilTheirs)
  }
  base.forEach((node, index) => {
    const mineAt = inMine[index]
    const theirsAt = inTheirs[index]
    added(mineAt ?? m, theirsAt ?? t)
    if (mineAt !== undefined) m = mineAt + 1
    if (theirsAt !== undefined) t = theirsAt + 1
    became(
      node,
      mineAt === undefined ? undefined : mine[mineAt],
      theirsAt === undefined ? undefined : theirs[theirsAt],
      into,
    )
  })
  added(mine.length, theirs.length)
}

function became(base: Node, mine: Node | undefined, theirs: Node | undefined, into: Result) {
  if (mine && theirs) return mergeNode(base, mine, theirs, into)
  const kept = mine ?? theirs
  // One took it away and the other left it as it was: it goes. One took it away, the other rewrote it: it stays.
  if (kept && keyOf(kept) !== keyOf(base)) conflict(into, kept)
}

function mergeNode(base: Node, mine: Node, theirs: Node, into: Result) {
  if (keyOf(mine) === keyOf(theirs) || keyOf(theirs) === keyOf(base)) return void into.nodes.push(mine)
  if (keyOf(mine) === keyOf(base)) return void into.nodes.push(theirs)
  if (isText(base) && isText(mine) && isText(theirs)) {
    const words = mergeInlines(base.content ?? [], mine.content ?? [], theirs.content ?? [])
    const shape = frameOf(mine) === frameOf(base) ? theirs : mine
    const node = { ...shape, content: words.inlines } as Block
    if (!words.conflicts) return void into.nodes.push(node)
    return conflict(into, node, words.conflicts)
  }
  if (!isText(base) && !isText(mine) && !isText(theirs) && mine.type === theirs.type) {
    const inside = mergeNodes(base.type === mine.type ? base.content : [], mine.content, theirs.content)
    const shape = frameOf(mine) === frameOf(base) ? theirs : mine
    const node = { ...shape, content: inside.nodes } as Node
    if (!inside.conflicts) return void into.nodes.push(node)
    return conflict(into, node, inside.conflicts)
  }
  conflict(into, mine)
  into.nodes.push(theirs)
}

function conflict(into: Result, node: Node, count = 1) {
  into.places.push(into.nodes.length)
  into.nodes.push(node)
  into.conflicts += count
}

const isText = (node: Node) => node.type === "paragraph" || node.type === "heading"
const keyOf = (node: unknown) => JSON.stringify(node)
const frameOf = (node: Node) => JSON.stringify({ ...node, content: undefined })
const same = (one: Node[], other: Node[]) => keyOf(one) === keyOf(other)

// For each node of the base, the index of the node that it became, in order. Alike enough is 2 words in 5.
function counterparts(base: Node[], edited: Node[]): (number | undefined)[] {
  if (base.length === edited.length) return base.map((_, index) => index)
  const words = edited.map(wordsOf)
  const likeness = base.map((node) => {
    const own = wordsOf(node)
    return words.map((other) => shared(own, other))
  })
  // Best sum of likeness over pairs that do not cross, as for a longest common subsequence.
  const best = base
    .map(() => edited.map(() => 0))
    .concat([edited.map(() => 0)])
    .map((row) => [...row, 0])
  const sum = (b: number, e: number) => best[b]![e]!
  const pair = (b: number, e: number) => (likeness[b]![e]! >= 0.4 ? likeness[b]![e]! + sum(b + 1, e + 1) : -1)
  for (let b = base.length - 1; b >= 0; b--)
    for (let e = edited.length - 1; e >= 0; e--) best[b]![e] = Math.max(sum(b + 1, e), sum(b, e + 1), pair(b, e))
  const found: (number | undefined)[] = base.map(() => undefined)
  for (let b = 0, e = 0; b < base.length && e < edited.length;) {
    if (sum(b, e) === pair(b, e)) found[b++] = e++
    else if (sum(b, e) === sum(b + 1, e)) b++
    else e++
  }
  return found
}

function shared(one: string[], other: string[]) {
  if (!one.length || !other.length) return one.length === other.length ? 1 : 0
  const left = new Map<string, number>()
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of one) {
    const count = left.get(word) ?? 0
    if (count) common++
    left.set(word, count - 1)
  }
  return (2 * common) / (one.length + other.length)
}

const wordsOf = (node: Node): string[] =>
  isText(node)
    ? ((node.content ?? []) as Inline[]).flatMap((one) =>
        one.type === "text" ? (one.text.match(/[\p{L}\p{N}]+/gu) ?? []) : [],
      )
    : (node.content as Node[]).flatMap(wordsOf)

// Deletions on both sides may leave a list without item, or an item without its first paragraph: the editor and the
// schema know neither.
function whole(node: Node): Node[] {
  if (isText(node)) return [node]
  const content = (node.content as Node[]).flatMap(whole)
  if (node.type === "listItem" && content[0]?.type !== "paragraph") content.unshift({ type: "paragraph" })
  return content.length ? [{ ...node, content } as Node] : []
}
