import type { ReadOf } from "../../../shell/api.ts"

/** A theme in a field that picks one, with those it stands under. */
export const themeRow = ({ id, name, path }: ReadOf<"themes.list">["rows"][number]) => ({
  id,
  words: name,
  ...(path === name ? {} : { soft: path }),
})
