import { keep, kept } from "./store.ts"

/** A saved view of a list: a name and the part of the address that makes it. */
export type View = { name: string; search: string }

/** Where views are kept: this device now; the same three verbs can be asked of the server later. */
export type ViewStore = {
  list: (of: string) => readonly View[]
  save: (of: string, view: View) => readonly View[]
  drop: (of: string, name: string) => readonly View[]
}

export const deviceViews: ViewStore = {
  list: (of) => {
    try {
      return JSON.parse(kept(key(of)) ?? "[]") as View[]
    } catch {
      return []
    }
  },
  save: (of, view) => put(of, [...deviceViews.list(of).filter(({ name }) => name !== view.name), view]),
  drop: (of, dropped) =>
    put(
      of,
      deviceViews.list(of).filter(({ name }) => name !== dropped),
    ),
}

const key = (of: string) => `permanence.views.${of}`
const put = (of: string, views: readonly View[]) => {
  keep(key(of), JSON.stringify(views))
  return views
}
