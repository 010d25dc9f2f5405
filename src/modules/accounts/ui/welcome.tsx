import { useEffect, useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { AuthShell } from "../../../shell/auth-shell.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { useSessionRead } from "../../../shell/session.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Found } from "./found.tsx"
import { OtherLanguage } from "./other-language.tsx"
import { exampleUnderWay, TakingExample } from "./taking-example.tsx"

/** First visit: the code, then a choice, then the organisation. Once somebody has opened the installation, nothing here. */
export const Welcome = () => {
  const t = useWords()
  const go = useGo()
  const { data: session } = useSessionRead()
  const [opened, setOpened] = useState<{ code: string; hasExample: boolean }>()
  const [creates, setCreates] = useState(false)
  const [taking, setTaking] = useState(exampleUnderWay)
  const closed = session && session.state !== "unclaimed" && taking === null
  useEffect(() => {
    if (closed) go("/", { replace: true })
  }, [closed, go])

  if (taking !== null) return <TakingExample code={taking} onFail={() => setTaking(null)} />
  if (opened && creates) return <Creating code={opened.code} back={() => setCreates(false)} />
  if (opened)
    return (
      <AuthShell
        title={opened.hasExample ? t("accounts.welcome.choice") : t("accounts.welcome.opened")}
        {...(opened.hasExample ? { lead: t("accounts.welcome.choice.lead") } : {})}
      >
        <section className="sheet pad stack">
          <h2>{t("accounts.welcome.create")}</h2>
          <p>{t("accounts.welcome.create.lead")}</p>
          <p>
            <button type="button" className="button main" onClick={() => setCreates(true)}>
              {t("accounts.welcome.create")}
            </button>
          </p>
        </section>
        {opened.hasExample && (
          <section className="sheet pad stack">
            <h2>{t("accounts.welcome.example")}</h2>
            <p>{t("accounts.welcome.example.lead")}</p>
            <p>
              <button type="button" className="button" onClick={() => setTaking(opened.code)}>
                {t("accounts.welcome.example")}
              </button>
            </p>
          </section>
        )}
      </AuthShell>
    )
  return (
    <AuthShell title={t("accounts.welcome.title")} lead={t("accounts.welcome.lead")}>
      <Form
        command="accounts.checkClaim"
        draft={false}
        input={({ code }) => ({ code: String(code ?? "") })}
        send={t("accounts.continue")}
        onDone={({ hasExample }, { code }) => setOpened({ code: String(code), hasExample })}
      >
        <TextField
          name="code"
          label={t("accounts.welcome.code")}
          hint={t("accounts.welcome.code.hint")}
          autoComplete="off"
          required
        />
      </Form>
      <OtherLanguage />
    </AuthShell>
  )
}

const Creating = ({ code, back }: { code: string; back: () => void }) => {
  const t = useWords()
  return (
    <AuthShell title={t("accounts.welcome.create")} lead={t("accounts.found.lead")}>
      <Reading of={useRead("accounts.welcome", {})}>
        {({ profiles }) => <Found code={code} profiles={profiles} back={back} />}
      </Reading>
    </AuthShell>
  )
}
