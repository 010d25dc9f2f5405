import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { settings } from "../../../shell/modules.ts"
import { Page } from "../../../shell/page.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** What the body has settled for itself, each behind its page. */
export const SecretariatPage = () => {
  const t = useWords()
  const { body } = useBody()
  return (
    <Page title={t("secretariat.title")} lead={body?.name}>
      <Sheet>
        <Rows>
          {settings.map(({ path, words, lead }) => (
            <Row key={path} soft={lead && t(lead)}>
              <Link to={path}>{t(words)}</Link>
            </Row>
          ))}
        </Rows>
      </Sheet>
    </Page>
  )
}
