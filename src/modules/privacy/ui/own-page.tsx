import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { readAddress } from "../../../shell/request.ts"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Consents } from "./consents.tsx"
import { HeldSheets } from "./held.tsx"
import { Requests } from "./requests.tsx"

/** All that is held about oneself, and what one may ask. */
export const OwnPage = () => {
  const t = useWords()
  const personId = useSession().person?.id
  if (!personId) return null
  return (
    <Page
      title={t("privacy.mine")}
      lead={t("privacy.held.lead")}
      crumbs={[{ words: t("accounts.account.title"), to: "/compte" }, { words: t("privacy.mine.link") }]}
      acts={
        <>
          <a className="button" href={readAddress("privacy.held.pdf", { personId })} target="_blank" rel="noreferrer">
            {t("privacy.held.print")}
          </a>
          <a className="button" href={readAddress("privacy.held.json", { personId })} download>
            {t("privacy.held.file")}
          </a>
        </>
      }
    >
      <Requests asked={{ personId }} quiet />
      <Consents personId={personId} />
      <Ask personId={personId} />
      <HeldSheets personId={personId} own />
    </Page>
  )
}

const Ask = ({ personId }: { personId: string }) => {
  const t = useWords()
  return (
    <Sheet>
      <details className="pad">
        <summary>{t("privacy.ask.title")}</summary>
        <Form
          command="privacy.receiveRequest"
          draft="privacy.ask"
          initial={{ personId }}
          kind="plain"
          send={t("privacy.ask")}
          onDone={() => tell({ words: t("event.privacy.requestReceived") })}
        >
          <ChoiceField
            name="kind"
            label={t("privacy.ask.kind")}
            options={(["correction", "objection", "erasure"] as const).map((value) => ({
              value,
              words: t(`privacy.kind.${value}`),
            }))}
            required
          />
          <LongTextField name="words" label={t("privacy.ask.words")} />
        </Form>
      </details>
    </Sheet>
  )
}
