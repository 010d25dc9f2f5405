import { beWalloniaChapter } from "./be-wallonia-chapter.ts"
import { frChapter } from "./fr-chapter.ts"
import { frRegionalGroup } from "./fr-regional-group.ts"
import type { Profile } from "./profile.ts"

export const profiles: Readonly<Record<Profile["key"], Profile>> = {
  "be-wallonia-chapter": beWalloniaChapter,
  "fr-chapter": frChapter,
  "fr-regional-group": frRegionalGroup,
}
