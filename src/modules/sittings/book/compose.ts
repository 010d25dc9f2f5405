import { hash } from "node:crypto"
import type { BookItem, BookOrderLine, BookPaper, BookStance, BookWords } from "../../../kernel/typeset/book-paper.ts"
import { dayAndHour, lasting, moment } from "../../../kernel/words/dates.ts"
import { money, number } from "../../../kernel/words/numbers.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { say } from "../../../words.ts"
import type { Material, MaterialItem } from "./material.ts"
import type { BookRow, Prints } from "./tables.ts"

export type Copy = Pick<
  BookRow,
  "reader_id" | "format" | "big" | "only_mine" | "with_papers" | "confidential" | "language"
>
export type Composed = { paper: BookPaper & { order: BookOrderLine[] }; hashes: Map<string, string>; personal: boolean }

/** The key of the order of business among what stands in a copy. */
export const ORDER = "order"

/** The book of one reader, or of all, out of what may stand in it; with the fingerprint of each part, by which a change is noticed. */
export const compose = (
  material: Material,
  copy: Copy,
  { origin, now }: { origin: string; now: Temporal.Instant },
): Composed => {
  const { sitting, body, assembly, attendances, speaking, names } = material
  const { language } = copy
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const all = material.items.map((item) => itemOf(item, material, copy, origin))
  const items = copy.only_mine ? all.filter(({ mine }) => mine) : all
  const order = all.map(({ id, number: numbered, title, mine, stance }): BookOrderLine => {
    const speaks = material.speakers.filter(({ item_id }) => item_id === id)
    return {
      id,
      title,
      mine,
      ...(numbered ? { number: numbered } : {}),
      ...(stance ? { stance: { words: stance.words, proposed: stance.proposed } } : {}),
      ...(speaks.length > 0
        ? { speaks: speaks.map(({ name, minutes }) => `${name} ${lasting(language, minutes)}`).join(", ") }
        : {}),
    }
  })
  const mine = all.filter((one) => one.mine).length
  const personal = material.texts.some(({ shared }) => !shared) && copy.confidential
  const away = attendances.filter(({ state, proxy_to }) => (state && state !== "present") || proxy_to)
  const paper = {
    body: body.name,
    title: sitting.title,
    date: dayOf(now, sitting.zone).toString(),
    lang: language,
    region: body.country,
    format: copy.format,
    big: copy.big,
    says: wordsOf(language),
    when: `${dayAndHour(language, sitting.starts.toString())} · ${assembly}`,
    ...(sitting.place ? { place: sitting.place } : {}),
    copy: copy.reader_id
      ? t("sittings.book.paper.of", { name: names.get(copy.reader_id) ?? "" })
      : t("sittings.book.paper.shared", { body: body.name }),
    ...(personal ? { stamp: t("sittings.book.paper.personal") } : {}),
    cover: [
      t("sittings.book.paper.items", { count: all.length }) +
        (mine > 0 ? t("sittings.book.paper.mine", { count: mine }) : ""),
      ...(speaking.minutes !== null
        ? [
            t("sittings.book.paper.time", {
              time: lasting(language, speaking.minutes),
              given: lasting(language, speaking.given),
            }),
          ]
        : []),
    ],
    where: away.map(({ name, state, stand_in, holder, note }): [string, string] => [
      name,
      [
        state && t(`sittings.attendance.${state}`),
        stand_in && t("sittings.attendance.stand_in", { name: stand_in }),
        holder && t("sittings.attendance.holder", { name: holder }),
        note,
      ]
        .filter(Boolean)
        .join(", "),
    ]),
    made: t("sittings.book.paper.made", { at: moment(language, now.toString(), sitting.zone) }),
    order,
    items,
  }
  const hashes = new Map(items.map((item) => [item.id, printOf(item)]))
  hashes.set(ORDER, printOf([order, paper.where]))
  return { paper, hashes, personal }
}

const itemOf = (item: MaterialItem, material: Material, copy: Copy, origin: string): BookItem => {
  const { language, reader_id } = copy
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const speech = material.speakers.filter(({ item_id }) => item_id === item.id)
  const reads = reader_id !== null && item.reader_id === reader_id
  const speaks = reader_id !== null && speech.some(({ person_id }) => person_id === reader_id)
  const stance = stanceOf(item, t)
  const sheet = (["what", "gains", "line", "risk", "questions"] as const).flatMap((key): [string, string][] =>
    item[key] ? [[t(`sittings.sheet.${key}`), item[key]]] : [],
  )
  return {
    id: item.id,
    ...(item.number ? { number: item.number } : {}),
    title: item.title,
    mine: reads || speaks,
    ...(reads || speaks
      ? { why_mine: t(`sittings.book.paper.why.${reads && speaks ? "both" : reads ? "reads" : "speaks"}`) }
      : {}),
    under: [
      item.commission,
      item.rapporteur && t("sittings.book.paper.rapporteur", { name: item.rapporteur }),
      item.amount_cents !== null && money(language, cents(item.amount_cents)),
      item.reader_name && t("sittings.read_by", { name: item.reader_name }),
    ]
      .filter(Boolean)
      .join(" · "),
    ...(stance ? { stance } : {}),
    lines: material.lines
      .filter(({ item_id }) => item_id === item.id)
      .map(({ name, stance: line, note }): [string, string] => [
        name,
        [t(`sittings.stance.${line}`), note].filter(Boolean).join(", "),
      ]),
    speech: speech.map(({ name, minutes, person_id }) => ({
      words: t("sittings.book.paper.speaker", { name, time: lasting(language, minutes) }),
      me: person_id === reader_id,
    })),
    essentials: sheet,
    texts: material.texts
      .filter(({ item_id, shared }) => item_id === item.id && (shared || copy.confidential))
      .map((text) => ({
        heading: [text.kind, text.number].filter(Boolean).join(" "),
        under: [text.state, text.author].filter(Boolean).join(" · "),
        title: text.title,
        text: text.text,
        parts: text.parts,
      })),
    papers: material.papers
      .filter(({ item_id }) => item_id === item.id)
      .map(({ file_id, name, pages }) => ({
        name,
        ...(pages ? { note: t("sittings.pages", { count: pages }) } : {}),
        at: `${origin}/api/files/${file_id}?vue=1`,
      })),
    link: `${origin}/seances/${material.sitting.id}/points/${item.id}`,
  }
}

const stanceOf = (
  { stance, proposed, stance_condition, stance_note }: MaterialItem,
  t: (key: Parameters<typeof say>[1]) => string,
): BookStance | undefined => {
  if (!stance) return undefined
  const words = t(`sittings.stance.${stance}`)
  return {
    words: words.charAt(0).toUpperCase() + words.slice(1),
    proposed,
    ...(stance_condition ? { condition: stance_condition } : {}),
    ...(stance_note ? { note: stance_note } : {}),
  }
}

/** What is to be said of each page that changed, and the pages alone. Nothing: the copy is up to date. */
export const changedSince = (
  composed: Composed,
  before: Prints,
  { asked_at, zone, language }: { asked_at: string; zone: string; language: "fr" | "en" },
): { paper: BookPaper; changed: number } | undefined => {
  const { paper, hashes } = composed
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const isNew = (id: string) => !(id in before)
  const differs = (key: string) => before[key]?.hash !== hashes.get(key)
  const items = paper.items.filter(({ id }) => differs(id))
  const gone = Object.keys(before).filter((key) => !hashes.has(key))
  const orderChanged = differs(ORDER)
  const changed = items.length + gone.length
  if (changed === 0 && !orderChanged) return undefined
  const pagesOf = (key: string) => {
    const { from = null, to = null } = before[key] ?? {}
    return from === null || to === null
      ? null
      : { from: number(language, from), to: number(language, to), count: to - from + 1 }
  }
  const act = (key: string, index: number): string => {
    if (isNew(key)) {
      const after = paper.items.slice(0, index).findLast(({ id }) => pagesOf(id))
      const page = after && pagesOf(after.id)
      return page ? t("sittings.book.paper.insert", { page: page.to }) : t("sittings.book.paper.insert_first")
    }
    const pages = pagesOf(key)
    return pages ? t("sittings.book.paper.replace", pages) : t("sittings.book.paper.replace_added")
  }
  const rows: [string, string, string][] = [
    ...(orderChanged ? [["", t("sittings.order"), act(ORDER, 0)] as [string, string, string]] : []),
    ...items.map((item): [string, string, string] => [
      item.number ?? "",
      item.title,
      act(item.id, paper.items.indexOf(item)),
    ]),
    ...gone.map((key): [string, string, string] => {
      const pages = pagesOf(key)
      return [
        "",
        t("sittings.book.paper.gone"),
        pages ? t("sittings.book.paper.remove", pages) : t("sittings.book.paper.remove_added"),
      ]
    }),
  ]
  return {
    changed,
    paper: {
      ...paper,
      order: orderChanged
        ? paper.order.map((line) => {
            const pages = pagesOf(line.id)
            return { ...line, ...(pages ? { page: pages.from } : {}) }
          })
        : null,
      items: items.map((item) => ({ ...item, replaces: act(item.id, paper.items.indexOf(item)) })),
      replaces: {
        lead: t("sittings.book.paper.replaces", { at: moment(language, asked_at, zone) }),
        rows,
      },
    },
  }
}

const printOf = (part: unknown): string => hash("sha256", JSON.stringify(part)).slice(0, 32)

const cents = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`

const wordsOf = (language: "fr" | "en"): BookWords => ({
  kind: say(language, "sittings.book"),
  order: say(language, "sittings.order"),
  number: say(language, "sittings.book.paper.number"),
  item: say(language, "sittings.book.paper.item"),
  position: say(language, "sittings.book.paper.position"),
  speaks: say(language, "sittings.book.paper.speaks"),
  page: say(language, "sittings.book.paper.page"),
  open: say(language, "sittings.book.paper.open"),
  open_long: say(language, "sittings.book.paper.open_long"),
  proposed: say(language, "sittings.stance.proposed"),
  proposed_long: say(language, "sittings.book.paper.proposed"),
  mine: say(language, "sittings.book.paper.marked"),
  speech: say(language, "sittings.book.paper.speech"),
  essentials: say(language, "sittings.book.paper.essentials"),
  papers: say(language, "sittings.papers"),
  online: say(language, "sittings.book.paper.online"),
  notes: say(language, "sittings.book.paper.notes"),
  where: say(language, "sittings.attendances"),
  who: say(language, "sittings.book.paper.who"),
  where_short: say(language, "sittings.book.paper.where"),
  update: say(language, "sittings.book.paper.update"),
  do: say(language, "sittings.book.paper.do"),
})
