import { Link } from "../../../shell/go.tsx"
import { RichText } from "../../../shell/rich-text.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { WhoSeesPapers } from "../../../shell/who-sees.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { ItemLine, Proposal } from "./agenda-list.tsx"
import { Papers } from "./papers.tsx"

/** An item to read: what it is about, what is proposed to decide, its papers. */
export const ItemText = ({ of: item }: { of: ItemLine | Proposal }) => {
  const t = useWords()
  const say = useFigures()
  if (item.hidden) return <p className="soft">{t("meetings.item.hidden.lead")}</p>
  return (
    <>
      <Sheet padded>
        <Facts
          of={[
            [t("meetings.item.purpose"), t(`meetings.purpose.${item.purpose}`)],
            item.presenter_name !== null && [t("meetings.item.presenter"), item.presenter_name],
            [t("meetings.item.minutes"), say.lasting(item.minutes)],
            item.matter_title !== null && [
              t("meetings.item.matter"),
              item.matter_id ? <Link to={`/dossiers/${item.matter_id}`}>{item.matter_title}</Link> : item.matter_title,
            ],
          ]}
        />
        {item.description && <RichText of={item.description as never} />}
      </Sheet>
      {item.proposed_decision && (
        <Sheet title={t("meetings.item.proposed_decision")} padded>
          <p className="prose pre">{item.proposed_decision}</p>
        </Sheet>
      )}
      {item.papers.length > 0 && (
        <Sheet title={t("meetings.item.papers.label")}>
          <Papers of={item.papers} />
        </Sheet>
      )}
      <WhoSeesPapers of={item.papers} />
    </>
  )
}
