import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useGo } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { choose } from "./chosen.ts"

/** Beside people chosen in the list: makes a list of them to be lent. */
export const ListChosen = ({ id }: { id: string }) => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { data } = useRead("lists.list", { bodyId: body?.id ?? "", limit: 1 }, { enabled: Boolean(body) })
  if (!data?.may["lists.make"]) return null
  const begin = () => {
    choose(id.split(","))
    go("/listes/nouvelle?choisies=oui")
  }
  return (
    <button type="button" className="button" onClick={begin}>
      {t("lists.chosen")}
    </button>
  )
}
