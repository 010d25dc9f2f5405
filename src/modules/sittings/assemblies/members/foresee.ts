import { type Selectable, sql } from "kysely"
import { dayOf } from "../../../../kernel/clock.ts"
import { refuse } from "../../../../kernel/refusal.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { fold } from "../../../../kernel/tables/likeness.ts"
import { isPersonSeen } from "../../../mandates/contract.ts"
import type { Side } from "../../kinds.ts"
import { ownFile, tableIn } from "../../read-table.ts"
import type { AssemblyMemberRow } from "../../tables.ts"
import type { Assembly } from "../seen.ts"
import {
  keyOf,
  type MemberColumns,
  memberColumnsOf,
  memberLines,
  type MemberReason,
  nameOf,
  type ReadMember,
  shortOf,
} from "./lines.ts"

type Grouped = { groupId: string | null; groupKey: string | null }
export type ForeseenMember =
  | ({ line: number; state: "new"; member: ReadMember; personId: string | null } & Grouped)
  | ({ line: number; state: "changed" | "same"; id: string; member: ReadMember } & Grouped)
  | { line: number; state: "refused"; name: string | null; reason: MemberReason }

type NewGroup = { key: string; name: string; short: string; side: Side; isOurs: boolean }

/** Reads the file and says what each line would do: whom it adds, whom it changes, which groups it brings, and who is not in it. */
export const foresee = async (
  assembly: Assembly,
  { fileId, columns: told }: { fileId: string; columns?: MemberColumns | undefined },
  given: Circumstances,
) => {
  const { heading, rows } = await tableIn(await ownFile(fileId, assembly.body_id, given), given)
  const width = Math.max(heading?.length ?? 0, ...rows.map(({ cells }) => cells.length))
  const columns = told ?? memberColumnsOf(heading, width)
  if (!columns.some((kind) => kind === "name" || kind === "family_name")) refuse("assemblies.import_no_name")
  const read = memberLines(rows, columns)
  const { groups, members } = await knownIn(assembly.id, given)
  const readable = read.flatMap((line) => ("member" in line ? [line.member] : []))
  const ours = await oursAmong(readable, assembly.body_id, given)
  const newGroups = withOurs(newGroupsIn(readable, groups), { readable, groups, ours })
  const known = new Map(members.map((member) => [keyOf(member), member]))
  const lines = read.map((line): ForeseenMember => {
    if ("reason" in line) return { line: line.line, state: "refused", name: line.name, reason: line.reason }
    const { member } = line
    const group = groups.find((one) => isGroup(one, member))
    const grouped = { groupId: group?.id ?? null, groupKey: group || !member.group ? null : fold(member.group) }
    const there = known.get(keyOf(member))
    if (there) {
      const isSame = !grouped.groupKey && (!group || group.id === there.group_id) && saysTheSame(member, there)
      return { line: line.line, state: isSame ? "same" : "changed", id: there.id, member, ...grouped }
    }
    // A namesake in another group is somebody else.
    const isOurs = group?.is_ours ?? newGroups.find(({ key }) => key === grouped.groupKey)?.isOurs ?? false
    const personId = isOurs ? (ours.get(keyOf(member)) ?? null) : null
    return { line: line.line, state: "new", member, personId, ...grouped }
  })
  const named = new Set(read.flatMap((line) => ("member" in line ? [keyOf(line.member)] : [])))
  const gone = members.filter((member) => !named.has(keyOf(member))).map((one) => ({ id: one.id, name: nameOf(one) }))
  return {
    heading: heading ?? null,
    columns,
    sample: rows.slice(0, 3).map(({ cells }) => cells),
    lines,
    newGroups,
    gone,
  }
}

type Known = Selectable<AssemblyMemberRow>
type KnownGroup = { id: string; name: string; short: string; is_ours: boolean }

const knownIn = async (assemblyId: string, { db, now }: Circumstances) => ({
  groups: await db
    .selectFrom("assembly_groups")
    .select(["id", "name", "short", "is_ours"])
    .where("assembly_id", "=", assemblyId)
    .where("ended_on", "is", null)
    .execute(),
  members: await db
    .selectFrom("assembly_members")
    .selectAll()
    .where("assembly_id", "=", assemblyId)
    .where((on) => on.or([on("until", "is", null), on("until", ">=", dayOf(now))]))
    .execute(),
})

const isGroup = ({ name, short }: KnownGroup, member: ReadMember): boolean => {
  const said = [member.group, member.short].filter((one) => one !== null).map(fold)
  return said.some((one) => one === fold(name) || one === fold(short))
}

const newGroupsIn = (members: readonly ReadMember[], groups: readonly KnownGroup[]): NewGroup[] => {
  const found = new Map<string, NewGroup>()
  const taken = new Set(groups.map(({ short }) => short.toLowerCase()))
  for (const member of members) {
    const key = member.group ? fold(member.group) : ""
    if (!key || found.has(key) || groups.some((one) => isGroup(one, member))) continue
    const wanted = (member.short ?? shortOf(member.group!)).slice(0, 18)
    let short = wanted
    for (let n = 2; taken.has(short.toLowerCase()); n++) short = `${wanted}${n}`
    taken.add(short.toLowerCase())
    found.set(key, { key, name: member.group!, short, side: member.side ?? "unsaid", isOurs: false })
  }
  return [...found.values()]
}

/** While none is said to be ours, the new group in which most of ours sit by name is: a mark to take off, not a thing to type. */
const withOurs = (
  newGroups: readonly NewGroup[],
  {
    readable,
    groups,
    ours,
  }: { readable: readonly ReadMember[]; groups: readonly KnownGroup[]; ours: ReadonlyMap<string, string> },
): NewGroup[] => {
  if (groups.some(({ is_ours }) => is_ours)) return [...newGroups]
  const count = (key: string) =>
    readable.filter((member) => member.group && fold(member.group) === key && ours.has(keyOf(member))).length
  const most = newGroups.toSorted((a, b) => count(b.key) - count(a.key))[0]
  return newGroups.map((group) => ({ ...group, isOurs: group === most && count(group.key) > 0 }))
}

const saysTheSame = (member: ReadMember, there: Known): boolean =>
  (member.role === null || member.role === there.role) &&
  (member.seat === null || member.seat === there.seat) &&
  (member.since === null || member.since.toString() === there.since?.toString()) &&
  (member.until === null || member.until.toString() === there.until?.toString())

/** People of the body whom the actor sees, by name; a name that two of them bear tells nothing. */
const oursAmong = async (members: readonly ReadMember[], bodyId: string, { actor, db, now }: Circumstances) => {
  const names = members.map(({ given_name, family_name }) => `${family_name} ${given_name}`)
  const { rows } = await sql<{ id: string; given_name: string; family_name: string }>`
    select p.id, p.given_name, p.family_name from people p
     where p.folded in (select name_folded(name) from json_array_elements_text(${JSON.stringify(names)}::json) as n(name))
       and p.id in (select person_id from memberships where body_id = ${bodyId} union select person_id from mandates where body_id = ${bodyId})
       and ${isPersonSeen(sql`p.id`, actor.personId!, dayOf(now))}`.execute(db)
  const byName = Map.groupBy(rows, keyOf)
  return new Map([...byName].flatMap(([key, all]) => (all.length === 1 ? [[key, all[0]!.id] as const] : [])))
}
