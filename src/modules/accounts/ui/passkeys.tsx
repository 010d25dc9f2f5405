import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { useCommand } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Refusal } from "../../../shell/request.ts"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import type { Account } from "../own-sessions.ts"
import { hasPasskeys, makePasskey } from "./passkey-device.ts"

/** Passkeys: add, rename, remove. */
export const Passkeys = ({ account: { passkeys } }: { account: Account }) => {
  const t = useWords()
  const figures = useFigures()
  const [renamed, setRenamed] = useState<string>()
  return (
    <Sheet title={t("accounts.passkey.title")}>
      <div className="pad stack">
        <p>{t("accounts.passkey.why")}</p>
        {hasPasskeys() ? <Adding /> : <p className="soft">{t("accounts.passkey.cannot")}</p>}
      </div>
      <Rows>
        {passkeys.map(({ id, name, created_at, used_at }) =>
          renamed === id ? (
            <li key={id}>
              <Form
                command="accounts.renamePasskey"
                draft={false}
                initial={{ name }}
                input={(values) => ({ passkeyId: id, name: String(values["name"] ?? "") })}
                send={t("accounts.passkey.keep_name")}
                kind="plain"
                onDone={() => setRenamed(undefined)}
              >
                <TextField name="name" label={t("accounts.passkey.name")} required />
              </Form>
            </li>
          ) : (
            <Row
              key={id}
              soft={t("accounts.passkey.used", {
                day: figures.dayOnly(created_at),
                used: used_at ? figures.ago(used_at) : "none",
              })}
              end={
                <div className="bar">
                  <button type="button" className="button quiet" onClick={() => setRenamed(id)}>
                    {t("accounts.passkey.rename")}
                  </button>
                  <Act
                    command="accounts.removePasskey"
                    input={{ passkeyId: id }}
                    kind="danger"
                    confirm={{
                      title: t("accounts.passkey.remove"),
                      words: t("accounts.passkey.remove.words", { name }),
                    }}
                    done={t("accounts.passkey.removed")}
                  >
                    {t("accounts.passkey.remove")}
                  </Act>
                </div>
              }
            >
              {name}
            </Row>
          ),
        )}
      </Rows>
    </Sheet>
  )
}

const Adding = () => {
  const t = useWords()
  const figures = useFigures()
  const { send: propose } = useCommand("accounts.proposePasskey")
  const { send: add, pending } = useCommand("accounts.addPasskey")
  const [said, setSaid] = useState<string>()
  const make = async () => {
    setSaid(undefined)
    try {
      const { options } = await propose({})
      const response = await makePasskey(options)
      if (!response) return
      await add({ name: t("accounts.passkey.unnamed", { day: figures.dayOnly(today()) }), response })
      tell({ words: t("accounts.passkey.added") })
    } catch (error) {
      setSaid(error instanceof Refusal ? refusalWords(error, t) : t("accounts.passkey.cannot"))
    }
  }
  return (
    <div className="act">
      <button type="button" className="button" aria-busy={pending || undefined} onClick={make}>
        {t("accounts.passkey.add")}
      </button>
      {said && (
        <span className="act-error" role="alert">
          {said}
        </span>
      )}
    </div>
  )
}
