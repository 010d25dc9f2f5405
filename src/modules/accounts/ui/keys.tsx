import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import type { Account } from "../own-sessions.ts"

/** Keys by which a program acts for the person. */
export const Keys = ({ account: { keys } }: { account: Account }) => {
  const t = useWords()
  const figures = useFigures()
  const [made, setMade] = useState<string>()
  const [making, setMaking] = useState(false)
  return (
    <Sheet title={t("accounts.key.title")}>
      <div className="pad stack">
        <p>{t("accounts.key.why")}</p>
        {made && (
          <div className="stack">
            <p>{t("accounts.key.made")}</p>
            <p>
              <code className="long-code">{made}</code>
            </p>
          </div>
        )}
        {making ? (
          <Form
            command="accounts.makeKey"
            draft={false}
            input={({ name, only, until }) => ({
              name: String(name ?? ""),
              only: namesIn(only),
              until: String(until ?? "") || null,
            })}
            send={t("accounts.key.make")}
            kind="plain"
            onDone={({ key }) => {
              setMade(key)
              setMaking(false)
            }}
          >
            <TextField name="name" label={t("accounts.key.name")} hint={t("accounts.key.name.hint")} required />
            <PickField
              name="only"
              read="accounts.limits"
              label={t("accounts.key.only")}
              hint={t("accounts.key.only.hint")}
              many
            />
            <DateField name="until" label={t("accounts.key.until")} />
          </Form>
        ) : (
          <p>
            <button type="button" className="button" onClick={() => setMaking(true)}>
              {t("accounts.key.new")}
            </button>
          </p>
        )}
      </div>
      <Rows>
        {keys.map((one) => (
          <Row
            key={one.id}
            soft={
              <>
                {limitsOf(one.only, t)}
                <br />
                {t("accounts.key.used", {
                  used: one.used_at ? figures.ago(one.used_at) : "none",
                  until: one.expires_at ? figures.moment(one.expires_at) : "none",
                })}
              </>
            }
            end={
              <Act
                command="accounts.revokeKey"
                input={{ keyId: one.id }}
                kind="danger"
                confirm={{ title: t("accounts.key.revoke"), words: t("accounts.key.revoke.words", { name: one.name }) }}
                done={t("accounts.key.revoked")}
              >
                {t("accounts.key.revoke")}
              </Act>
            }
          >
            {one.name}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const limitsOf = (only: string[] | null, t: Translate) =>
  only ? t("accounts.key.limited", { only: only.join(", ") }) : t("accounts.key.unlimited")

// Nothing chosen is no limit.
const namesIn = (picked: unknown): string[] | null => (Array.isArray(picked) && picked.length > 0 ? picked : null)
