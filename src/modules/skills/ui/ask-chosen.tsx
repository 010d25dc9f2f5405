import { Act } from "../../../shell/act.tsx"
import { useBody } from "../../../shell/body.ts"
import { useRead } from "../../../shell/api.ts"
import { useWords } from "../../../shell/use-words.ts"

/** Beside people chosen in the list: asks them what they can do. Nothing where there is no list of skills yet, or no right to. */
export const AskChosen = ({ id }: { id: string }) => {
  const t = useWords()
  const { body } = useBody()
  const personIds = id.split(",")
  const { data } = useRead("skills.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body || !data?.may["skills.change"] || data.rows.length === 0) return null
  return (
    <Act
      command="skills.ask"
      input={{ bodyId: body.id, personIds }}
      kind="plain"
      confirm={{
        title: t("skills.chosen.confirm", { count: personIds.length }),
        words: <p>{t("skills.chosen.confirm.lead")}</p>,
      }}
      done={t("skills.chosen.done")}
    >
      {t("skills.chosen")}
    </Act>
  )
}
