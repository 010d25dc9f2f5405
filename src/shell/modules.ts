import type { ComponentType, LazyExoticComponent } from "react"
import type { Key } from "../words.ts"

/**
 * A page of a module. `path` is in words of the trade, with "$name" for what varies: "/reunions/$meetingId".
 * `place` puts it in the rail (nine places in all, by `order`); `open` shows it without sign-in and without frame.
 */
export type Page = {
  path: string
  component: ComponentType | LazyExoticComponent<ComponentType>
  place?: { words: Key; order: number; count?: "waiting" }
  open?: boolean
  /** Named at the head of the place whose `path` is `of`, beside its other chapters; the rail lights that place for it. */
  chapter?: { of: string; words: Key; order: number; useMay?: () => boolean }
  /** A setting of the body, listed on the page of the secretariat by `order`. */
  setting?: { words: Key; lead?: Key; order: number }
}

/** An act offered in Ctrl-K: "nouvelle réunion". It goes somewhere, or does something. */
export type Find = { words: Key; to?: string; run?: () => void }

/** What a module shows beside the page of another, which knows nothing of it: beside a person, how she comes in. */
export type Beside = {
  person?: ComponentType<{ id: string }>
  account?: ComponentType<{ id: string }>
  /** Beside somebody or an organisation outside: who of ours sits there. */
  counterpart?: ComponentType<{ id: string }>
  /** Among the acts on people chosen in the list; `id` is their ids, joined by commas. */
  chosenPeople?: ComponentType<{ id: string }>
  /** On the page of a body: what it does, under who it is. */
  body?: ComponentType<{ id: string }>
  /** Within a line: the decision, by its id, that something came of. */
  decision?: ComponentType<{ id: string }>
  /** On the page of a matter: what one may begin for it. */
  matter?: ComponentType<{ id: string }>
  /** Under the words of a text, where they are read and where they are written: what it does to another, whom it is for. */
  text?: ComponentType<{ id: string }>
  /** On the page of an item of a sitting: what is written for it. */
  sittingItem?: ComponentType<{ id: string }>
  /** On the page of a sitting that comes: what is written for it. */
  sitting?: ComponentType<{ id: string }>
  /** On the page that follows a sitting: what was lodged for it, and what became of it. */
  followedSitting?: ComponentType<{ id: string }>
  /** Under whoever does a task, within its form; `id` is the body. */
  task?: ComponentType<{ id: string }>
}

/** What `src/modules/<name>/ui/pages.tsx` exports. */
export type ModulePages = { pages: readonly Page[]; find?: readonly Find[]; beside?: Beside }

// The table of contents of the browser part: every module's pages, found by their place in the tree.
const found = import.meta.glob<ModulePages>("../modules/*/ui/pages.tsx", { eager: true })

export const pages: readonly Page[] = Object.values(found).flatMap((module) => module.pages)
export const besides = (of: keyof Beside) => Object.values(found).flatMap((module) => module.beside?.[of] ?? [])
export const finds: readonly Find[] = Object.values(found).flatMap((module) => module.find ?? [])

/** What a body settles for itself, in order: the page of the secretariat. */
export const settings = pages
  .flatMap(({ path, setting }) => (setting ? [{ path, ...setting }] : []))
  .sort((a, b) => a.order - b.order)

/** What belongs to a place and has a page of its own, in order. */
export const chaptersOf = (place: string) =>
  pages
    .flatMap(({ path, chapter }) => (chapter?.of === place ? [{ path, ...chapter }] : []))
    .sort((a, b) => a.order - b.order)

/** The page a path stands under, itself included; the longest wins: "/reunions/12" is under "/reunions". */
export const under = (path: string, of: readonly string[]): string | undefined =>
  of
    .filter((page) => path === page || path.startsWith(page === "/" ? "//" : `${page}/`))
    .sort((a, b) => b.length - a.length)[0]

/** The places of the rail, in order. More than nine is a mistake of ours, not something to scroll. */
export const places = pages
  .flatMap(({ path, place }) => (place ? [{ path, ...place }] : []))
  .sort((a, b) => a.order - b.order)
  .slice(0, 9)
