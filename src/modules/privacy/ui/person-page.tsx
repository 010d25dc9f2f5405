import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { ChoiceField, DateField, LongTextField } from "../../../shell/fields.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { readAddress } from "../../../shell/request.ts"
import { Sheet } from "../../../shell/sheet.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { Consents } from "./consents.tsx"
import { HeldSheets } from "./held.tsx"
import { Requests } from "./requests.tsx"

/** For who answers for people's data: what is held about one of them, what they asked, what they agreed to. */
export const PersonPage = () => {
  const t = useWords()
  const personId = useParam("personId")
  return (
    <Reading of={useRead("privacy.foreseeErasure", { personId })}>
      {({ person: { name }, may }) => (
        <Page
          title={t("privacy.title")}
          lead={name}
          crumbs={[
            { words: t("people.title"), to: "/personnes" },
            { words: name, to: `/personnes/${personId}` },
            { words: t("privacy.title") },
          ]}
          acts={
            <>
              <a
                className="button"
                href={readAddress("privacy.held.pdf", { personId })}
                target="_blank"
                rel="noreferrer"
              >
                {t("privacy.held.print")}
              </a>
              <Act
                command="privacy.sendHeld"
                input={{ personId }}
                kind="plain"
                confirm={{ title: t("privacy.held.send"), words: t("privacy.held.send.confirm", { name }) }}
                done={t("privacy.held.sent")}
              >
                {t("privacy.held.send")}
              </Act>
              {may["privacy.erase"] && (
                <Link to={`/personnes/${personId}/vie-privee/effacer`}>{t("privacy.erase")}</Link>
              )}
            </>
          }
        >
          <Requests asked={{ personId }} quiet />
          <Recording personId={personId} />
          <Consents personId={personId} mayRecord />
          <HeldSheets personId={personId} own={false} />
        </Page>
      )}
    </Reading>
  )
}

const Recording = ({ personId }: { personId: string }) => {
  const t = useWords()
  return (
    <Sheet>
      <details className="pad">
        <summary>{t("privacy.request.record")}</summary>
        <Form
          command="privacy.receiveRequest"
          draft={`privacy.receive.${personId}`}
          initial={{ personId, on: today() }}
          kind="plain"
          send={t("privacy.request.record")}
        >
          <ChoiceField
            name="kind"
            label={t("privacy.ask.kind")}
            options={(["access", "correction", "objection", "erasure", "portability"] as const).map((value) => ({
              value,
              words: t(`privacy.kind.${value}`),
            }))}
            as="radio"
            required
          />
          <DateField name="on" label={t("privacy.request.on")} max={today()} required />
          <LongTextField name="words" label={t("privacy.request.words")} />
        </Form>
      </details>
    </Sheet>
  )
}
