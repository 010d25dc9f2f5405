import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useSession } from "../../../shell/session.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** On one's account: the way to all that is held about oneself. */
export const OwnLink = () => {
  const t = useWords()
  return (
    <Sheet title={t("privacy.title")} padded>
      <p>{t("privacy.mine.link.lead")}</p>
      <Link className="button" to="/compte/donnees">
        {t("privacy.mine.link")}
      </Link>
    </Sheet>
  )
}

/** On a person's page, for who answers for data: the way to what is held about them. Nothing for others. */
export const PersonLink = ({ id: personId }: { id: string }) => {
  const t = useWords()
  const own = useSession().person?.id === personId
  const { data } = useRead("privacy.consents", { personId })
  if (!data) return null
  return (
    <Sheet title={t("privacy.title")} padded>
      <Link className="button" to={own ? "/compte/donnees" : `/personnes/${personId}/vie-privee`}>
        {t(own ? "privacy.mine.link" : "privacy.title")}
      </Link>
    </Sheet>
  )
}
