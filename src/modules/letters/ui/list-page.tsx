import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** The register of what left and what came. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  return (
    <Page
      title={t("letters.place")}
      lead={body?.name}
      main={
        <Link className="button main" to="/courrier/nouveau">
          {t("letters.new")}
        </Link>
      }
    >
      <Link to="/courrier/a-imprimer">{t("letters.to_print")}</Link>
    </Page>
  )
}
