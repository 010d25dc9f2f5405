import { Mark } from "../../../shell/sheet.tsx"
import type { Translate } from "../../../shell/use-words.ts"

type Named = { number: string | null; group_name: string | null; author: string | null; amends_id: string | null }

/** "Les Crêtes, n° 7", "GRP-2026-AMD-0003", "Projet d’Amina Belkacem"; a sub-amendment says that it is one. */
export const nameOf = ({ number, group_name, author, amends_id }: Named, t: Translate): string => {
  if (amends_id) {
    if (group_name)
      return number
        ? t("amendments.name.sub_other", { group: group_name, number })
        : t("amendments.name.sub_other_plain", { group: group_name })
    if (number) return t("amendments.name.sub_numbered", { number })
    return author ? t("amendments.name.sub_draft_by", { author }) : t("amendments.name.sub_draft")
  }
  if (group_name) return number ? t("amendments.name.other", { group: group_name, number }) : group_name
  if (number) return t("amendments.name.numbered", { number })
  return author ? t("amendments.name.draft_by", { author }) : t("amendments.name.draft")
}

const good = ["adopted", "amended"]
const bad = ["rejected", "fallen", "inadmissible"]

/** Where it stands; of another group's, nothing until something became of it. */
export const stateMark = ({ state }: { state: string | null }, t: Translate) =>
  state === null ? undefined : (
    <Mark {...(good.includes(state) ? { kind: "good" } : bad.includes(state) ? { kind: "bad" } : {})}>
      {t.named(`texts.state.${state}`)}
    </Mark>
  )
