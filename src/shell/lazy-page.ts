import { type LazyExoticComponent, type ReactNode, lazy } from "react"

/** A page fetched when somebody goes there: its file, and what it exports. */
export const lazyPage = <Name extends string>(
  load: () => Promise<Record<Name, () => ReactNode>>,
  name: Name,
): LazyExoticComponent<() => ReactNode> => lazy(async () => ({ default: (await load())[name] }))
