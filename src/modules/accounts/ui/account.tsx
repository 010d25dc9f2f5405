import type { ReactNode } from "react"
import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { forgetKept } from "../../../shell/kept.ts"
import { setLetterKeys, useLetterKeys } from "../../../shell/letter-keys.ts"
import { speak } from "../../../shell/language.ts"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Account as AccountData } from "../own-sessions.ts"
import { Factor } from "./factor.tsx"
import { Letters } from "../../people/ui/contract.tsx"
import { Keys } from "./keys.tsx"
import { Passkeys } from "./passkeys.tsx"

/** One's own account: where one is signed in, what protects it, the programs that act for one. */
export const Account = () => {
  const t = useWords()
  return (
    <Reading of={useRead("accounts.read", {})}>
      {(account) => (
        <Page
          title={t("accounts.account.title")}
          lead={account.email}
          acts={
            <Act
              command="accounts.signOut"
              input={{}}
              kind="plain"
              onDone={() => void forgetKept().finally(() => location.assign("/entrer"))}
            >
              {t("accounts.account.sign_out")}
            </Act>
          }
        >
          <Language account={account} />
          <Keyboard />
          <Letters />
          <Besides of="account" id={account.email} />
          {account.places.length > 1 && <Places account={account} />}
          <Sessions account={account} />
          <Factor account={account} />
          {account.can_have_passkeys && <Passkeys account={account} />}
          <Keys account={account} />
        </Page>
      )}
    </Reading>
  )
}

const Language = ({ account: { language } }: { account: AccountData }) => {
  const t = useWords()
  const other = language === "fr" ? "en" : "fr"
  return (
    <Sheet title={t("accounts.account.language")} padded>
      <p>{t("accounts.account.language.now")}</p>
      <Act command="accounts.chooseLanguage" input={{ language: other }} kind="plain" onDone={() => speak(other)}>
        <span lang={other}>{t(`accounts.language.${other}`)}</span>
      </Act>
    </Sheet>
  )
}

/** WCAG 2.1.4: single letters can be turned off. On this device only, at once. */
const Keyboard = () => {
  const t = useWords()
  const act = useLetterKeys()
  return (
    <Sheet title={t("accounts.account.keyboard")} padded>
      <p>{t("accounts.account.keyboard.lead")}</p>
      <label className="option">
        <input type="checkbox" checked={act} onChange={(event) => setLetterKeys(event.target.checked)} />
        <span>{t("accounts.account.keyboard.letters")}</span>
      </label>
    </Sheet>
  )
}

const Places = ({ account: { places } }: { account: AccountData }) => {
  const t = useWords()
  return (
    <Sheet title={t("accounts.account.places")}>
      <Rows>
        {places.map(({ id, name, current }) => (
          <Row
            key={id}
            end={
              current ? (
                <Mark kind="good">{t("accounts.account.here")}</Mark>
              ) : (
                <Act
                  command="accounts.changePlace"
                  input={{ organisationId: id }}
                  kind="plain"
                  onDone={() => location.assign("/")}
                >
                  {t("accounts.account.go")}
                </Act>
              )
            }
          >
            {name}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Sessions = ({ account: { sessions } }: { account: AccountData }) => {
  const t = useWords()
  const figures = useFigures()
  const device = ({ browser, system }: AccountData["sessions"][number]): ReactNode =>
    [browser, system].filter(Boolean).join(" · ") || t("accounts.session.unknown")
  return (
    <Sheet
      title={t("accounts.session.title")}
      aside={
        sessions.length > 1 && (
          <Act
            command="accounts.endOtherSessions"
            input={{}}
            kind="quiet"
            confirm={{
              title: t("accounts.session.end_others"),
              words: t("accounts.session.end_others.words", { count: sessions.length - 1 }),
            }}
            done={t("accounts.session.ended")}
          >
            {t("accounts.session.end_others")}
          </Act>
        )
      }
    >
      <Rows>
        {sessions.map((one) => (
          <Row
            key={one.id}
            soft={t("accounts.session.seen", {
              seen: figures.ago(one.seen_at),
              created: figures.dayOnly(one.created_at),
            })}
            end={
              one.current ? (
                <Mark kind="good">{t("accounts.session.this")}</Mark>
              ) : (
                <Act
                  command="accounts.endSession"
                  input={{ sessionId: one.id }}
                  kind="plain"
                  done={t("accounts.session.ended")}
                >
                  {t("accounts.session.end")}
                </Act>
              )
            }
          >
            {device(one)}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
