import { AuthShell } from "../../../../shell/auth-shell.tsx"
import { useAddress } from "../../../../shell/go.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { ListsForm } from "./lists-form.tsx"
import { UrnForm } from "./urn-form.tsx"

/** Anybody counts again, or shares seats out, on their own device: nothing of it is sent. */
export const CountPage = () => {
  const t = useWords()
  const { values, set } = useAddress()
  const lists = values["quoi"] === "listes"
  const chip = (isOn: boolean, words: string, what: string | undefined) => (
    <button
      type="button"
      className={isOn ? "chip on" : "chip"}
      aria-pressed={isOn}
      onClick={() => set({ quoi: what, vote: undefined })}
    >
      {words}
    </button>
  )
  return (
    <AuthShell title={t("votes.count.title")} lead={t("votes.count.lead")}>
      <p className="bar">
        {chip(!lists, t("votes.count.urn"), undefined)}
        {chip(lists, t("votes.count.lists"), "listes")}
      </p>
      {lists ? <ListsForm /> : <UrnForm said={values} />}
    </AuthShell>
  )
}
