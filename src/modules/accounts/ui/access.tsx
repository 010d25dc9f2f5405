import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** On a person's page, for who keeps the directory: whether she comes in, and the invitation. Nothing for others. */
export const Access = ({ id: personId }: { id: string }) => {
  const t = useWords()
  const figures = useFigures()
  const { data } = useRead("accounts.access", { personId })
  if (!data) return null
  const { state, email, since, used_at, has_email, moved, may } = data
  return (
    <Sheet title={t("accounts.access.title")} padded>
      <p>
        {state === "none" && t(has_email ? "accounts.access.none" : "accounts.access.no_email")}
        {state === "invited" && t("accounts.access.invited", { email, ago: since ? figures.ago(since) : "" })}
        {state === "active" && t("accounts.access.active", { email, ago: used_at ? figures.ago(used_at) : "" })}
      </p>
      {moved && <p>{t("accounts.access.moved")}</p>}
      {has_email && (state !== "active" || moved) && (
        <Act command="accounts.invite" input={{ personId }} may={may} kind="plain" done={t("accounts.access.sent")}>
          {t(state === "none" ? "accounts.access.invite" : "accounts.access.invite_again")}
        </Act>
      )}
    </Sheet>
  )
}
