import { refuse } from "../../../../kernel/refusal.ts"

/** A list with its votes, and those on it in their order; `own`: votes for themselves, where they are written. */
export type WrittenList = { name: string; votes: bigint; members: { name: string; own: bigint | null }[] }

/**
 * A list a line, "name: votes"; under it, each on a line of their own that begins with a dash, those who are on it, with the votes
 * for themselves or without. Says the line of what it cannot read.
 */
export const readLists = (text: string): WrittenList[] => {
  const lists: WrittenList[] = []
  for (const [at, raw] of text.split("\n").entries()) {
    const words = raw.trim()
    if (!words) continue
    const member = /^[-–—•*]\s*(.+)$/.exec(words)?.[1]
    const [name, number] = parted(member ?? words)
    if (member) {
      const list = lists.at(-1) ?? refuse("votes.count.member_first", { line: at + 1 })
      list.members.push({ name, own: number })
    } else lists.push({ name, votes: number ?? refuse("votes.count.no_votes", { line: at + 1, name }), members: [] })
  }
  return lists.length > 0 ? lists : refuse("votes.count.no_lists")
}

const parted = (words: string): [name: string, number: bigint | null] => {
  const [, name, number] = /^(.+?)\s*[:;\t]\s*([\d\s.]+)$/.exec(words) ?? []
  const digits = number?.replaceAll(/\D/g, "")
  return name && digits && digits.length <= 15 ? [name, BigInt(digits)] : [words, null]
}
