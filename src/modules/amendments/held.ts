import { type Held, named } from "../../kernel/held.ts"

/** Who brought a base and wrote an amendment down; that an amendment is somebody's, its text says. */
export const held: readonly Held[] = [
  ...named("bases", "brought_by"),
  ...named("base_versions", "brought_by", "adopted_by"),
  ...named("amendments", "written_by"),
]
