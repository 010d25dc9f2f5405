import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { fold } from "../../../kernel/tables/likeness.ts"
import { isPersonSeen } from "../../mandates/contract.ts"
import type { AssemblyKind, Wish } from "../kinds.ts"
import { findSeenSitting, type Sitting } from "../seen.ts"
import { propose } from "./propose.ts"
import { sayWishes } from "./say-wishes.ts"
import { shareOut } from "./share-out.ts"

/** What there is to read, who might, what each wishes, and a reader proposed for each item that has none, with the reason. */
export const readShare = read({
  name: "sittings.share",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input: { sittingId }, subject: sitting, ...given }) {
    const items = await itemsOf(sitting, given)
    const readers = await readersOf(sitting, given)
    const wishes = await wishesOf(sittingId, given)
    const themes = await themesOf(sitting.body_id, given)
    const theirs = await ownThemesOf(sitting.body_id, given)
    const proposals = propose(
      items.filter(({ reader_id }) => reader_id === null).map((item) => ({ ...item, themes: themesIn(item, themes) })),
      readers.map(({ id }) => ({
        id,
        items: items.filter(({ reader_id }) => reader_id === id).length,
        pages: items.filter(({ reader_id }) => reader_id === id).reduce((sum, { pages }) => sum + pages, 0),
        themes: theirs.get(id) ?? [],
        wishes: new Map(wishes.filter(({ person_id }) => person_id === id).map(({ item_id, wish }) => [item_id, wish])),
      })),
    )
    const mine = (personId: string | null) => wishes.filter(({ person_id }) => person_id === personId)
    return {
      sitting: { id: sitting.id, title: sitting.title, body_id: sitting.body_id },
      items: items.map(({ id, number, title, commission, pages, reader_id }) => ({
        id,
        number,
        title,
        commission,
        pages,
        reader_id,
        wish: mine(given.actor.personId).find(({ item_id }) => item_id === id)?.wish ?? null,
        wanted: wishes.filter(({ item_id, wish }) => item_id === id && wish === "want").length,
        proposal: proposals.find(({ itemId }) => itemId === id) ?? null,
      })),
      readers: readers.map((reader) => ({
        ...reader,
        items: items.filter(({ reader_id }) => reader_id === reader.id).length,
        said: wishes.some(({ person_id }) => person_id === reader.id),
      })),
      themes: themes.map(({ id, name, parent_id }) => ({ id, name, parent_id })),
      ownThemes: theirs.get(given.actor.personId ?? "") ?? [],
      may: await may(sitting, [shareOut, sayWishes], given),
    }
  },
})

type Item = {
  id: string
  number: string | null
  title: string
  commission: string | null
  reader_id: string | null
  pages: number
  theme_id: string | null
  lead_id: string | null
  past_id: string | null
}

const itemsOf = async ({ id, body_id, starts }: Sitting, { db }: Circumstances): Promise<Item[]> => {
  const { rows } = await sql<Item>`
    select i.id, i.number, i.title, i.commission, i.reader_id, x.theme_id, x.lead_id,
           (select coalesce(sum(f.pages), 0)::int from receipt_lines l
              join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
             where (l.organisation_id, l.item_id) = (i.organisation_id, i.id)) as pages,
           (select o.reader_id from sitting_items o join sittings t on (t.organisation_id, t.id) = (o.organisation_id, o.sitting_id)
             where (o.organisation_id, o.matter_id) = (i.organisation_id, i.matter_id) and o.reader_id is not null
               and t.body_id = ${body_id} and t.starts < ${starts} and o.removed_at is null
             order by t.starts desc limit 1) as past_id
      from sitting_items i
      left join matters x on (x.organisation_id, x.id) = (i.organisation_id, i.matter_id) and not x.confidential
     where i.sitting_id = ${id} and i.removed_at is null order by i.place, i.id`.execute(db)
  return rows
}

// Who of a chapter sits in which council, by the function that says so.
const sits: Partial<Record<AssemblyKind, string[]>> = {
  fr_municipal_council: ["municipal-councillor"],
  be_municipal_council: ["municipal-councillor", "alderman"],
  be_cpas_council: ["cpas-councillor"],
}

/**
 * Those of ours who sit in the assembly; while nobody has said who does, those whose function it is to sit in such a council, and where
 * the body has none those of the body.
 */
export const readersOf = async (
  { body_id, assembly_id, starts }: Sitting,
  { actor, db, now }: Circumstances,
): Promise<{ id: string; name: string }[]> => {
  const on = starts.toPlainDate()
  const { kind } = await db
    .selectFrom("assemblies")
    .select("kind")
    .where("id", "=", assembly_id)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: string; name: string }>`
    with listed as (
      select person_id from assembly_members where assembly_id = ${assembly_id} and person_id is not null
         and (since is null or since <= ${on}::date) and (until is null or until >= ${on}::date)),
    seated as (
      select person_id from listed
      union
      select m.person_id from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
       where m.body_id = ${body_id} and f.key = any(${sits[kind] ?? []}::text[]) and not exists (select from listed)
         and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)),
    those as (
      select person_id from seated
      union
      select person_id from mandates where body_id = ${body_id} and not exists (select from seated)
         and since <= ${on}::date and (until is null or until >= ${on}::date)
      union
      select person_id from memberships where body_id = ${body_id} and not exists (select from seated)
         and since <= ${on}::date and (until is null or until >= ${on}::date))
    select p.id, p.given_name || ' ' || p.family_name as name from people p
     where p.id in (select person_id from those) and p.erased_on is null and ${isPersonSeen(sql`p.id`, actor.personId!, dayOf(now))}
     order by p.folded collate "C", p.id limit 100`.execute(db)
  return rows
}

const wishesOf = async (sittingId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ item_id: string; person_id: string; wish: Wish }>`
    select w.item_id, w.person_id, w.wish from sitting_wishes w
      join sitting_items i on (i.organisation_id, i.id) = (w.organisation_id, w.item_id)
     where i.sitting_id = ${sittingId} and i.removed_at is null`.execute(db)
  return rows
}

type Theme = { id: string; name: string; parent_id: string | null }

const themesOf = (bodyId: string, { db }: Circumstances): Promise<Theme[]> =>
  db
    .selectFrom("themes")
    .select(["id", "name", "parent_id"])
    .where("body_id", "=", bodyId)
    .where("ended_on", "is", null)
    .orderBy("position")
    .orderBy("name")
    .execute()

const ownThemesOf = async (bodyId: string, { db }: Circumstances): Promise<Map<string, string[]>> => {
  const rows = await db
    .selectFrom("reader_themes")
    .select(["person_id", "theme_id"])
    .where("body_id", "=", bodyId)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([id, all]) => [id, all.map((one) => one.theme_id)]),
  )
}

// That of its matter and those above it; and those whose name its title or its commission says.
const themesIn = ({ theme_id, title, commission }: Item, themes: readonly Theme[]): string[] => {
  const said = ` ${fold(`${title} ${commission ?? ""}`)} `
  const named = themes.filter(({ name }) => said.includes(` ${fold(name)} `)).map(({ id }) => id)
  const above: string[] = []
  for (let at = theme_id; at && !above.includes(at); at = themes.find(({ id }) => id === at)?.parent_id ?? null)
    above.push(at)
  return [...above, ...named]
}
