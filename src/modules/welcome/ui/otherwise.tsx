import { Act } from "../../../shell/act.tsx"
import { CheckField, DateField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It, Mays } from "./it.ts"

/** The other ways it may go: a pause, a stop, a link that closes. */
export const Otherwise = ({ of: { newcomer, may: asked } }: { of: It }) => {
  const t = useWords()
  const may: Mays = asked
  const { id: newcomerId } = newcomer
  return (
    <Sheet title={t("welcome.otherwise")} padded>
      {newcomer.state === "paused" && (
        <Act command="newcomers.resume" input={{ newcomerId }} may={asked} kind="plain">
          {t("welcome.resume")}
        </Act>
      )}
      {newcomer.state === "open" && newcomer.contacted_at && may["newcomers.pause"] && (
        <details>
          <summary>{t("welcome.pause")}</summary>
          <Form
            command="newcomers.pause"
            draft={`newcomers.pause ${newcomerId}`}
            input={(values) => ({ newcomerId, until: values["until"] ?? "", why: values["why"] || null })}
            send={t("welcome.pause.act")}
            kind="plain"
          >
            <DateField name="until" label={t("welcome.pause.until")} required />
            <LongTextField name="why" label={t("welcome.pause.why")} rows={2} />
          </Form>
        </details>
      )}
      {may["newcomers.stop"] && (
        <details>
          <summary>{t("welcome.stop")}</summary>
          <p>{t("welcome.stop.kept")}</p>
          <Form
            command="newcomers.stop"
            draft={`newcomers.stop ${newcomerId}`}
            initial={{ tell: newcomer.email !== null }}
            input={(values) => ({ newcomerId, reason: values["reason"] || null, tell: values["tell"] === true })}
            send={t("welcome.stop.act")}
            kind="plain"
            onDone={() => tell({ words: t("welcome.stopped") })}
          >
            <LongTextField name="reason" label={t("welcome.stop.reason")} rows={2} />
            {newcomer.email && (
              <CheckField name="tell" label={t("welcome.stop.tell")} hint={t("welcome.stop.tell.hint")} />
            )}
          </Form>
        </details>
      )}
      {newcomer.email && (
        <Act
          command="newcomers.revokeLink"
          input={{ newcomerId }}
          may={asked}
          confirm={{ title: t("welcome.link.revoke"), words: t("welcome.link.revoke.words") }}
          done={t("welcome.link.revoked")}
        >
          {t("welcome.link.revoke")}
        </Act>
      )}
    </Sheet>
  )
}
