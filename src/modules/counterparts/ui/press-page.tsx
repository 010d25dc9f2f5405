import { useState } from "react"
import { type ReadOf, useCommand, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading, refusalWords } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"counterparts.press">["rows"][number]

/** Media and journalists, by outlet, theme and territory, and their addresses to write to. */
export const PressPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values, set } = useAddress()
  const bodyId = body?.id ?? ""
  const asked = {
    bodyId,
    ...(values["outside"] ? { outside: values["outside"] } : {}),
    ...(values["theme"] ? { theme: values["theme"] } : {}),
    ...(values["territory"] ? { territory: values["territory"] } : {}),
  }
  const press = useRead("counterparts.press", asked, { keepPrevious: true, enabled: Boolean(body) })
  const { data: more } = useRead("counterparts.filters", { bodyId }, { enabled: Boolean(body) })
  const chip = (name: string, words: string, options: readonly { value: string; words: string }[]) =>
    options.length > 0 && (
      <select
        className={values[name] ? "chip on" : "chip"}
        aria-label={words}
        value={values[name] ?? ""}
        onChange={(event) => set({ [name]: event.target.value || undefined })}
      >
        <option value="">{t("shell.list.all", { name: words })}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    )
  const plain = (list: readonly string[] | undefined) => (list ?? []).map((value) => ({ value, words: value }))
  return (
    <Page
      title={t("counterparts.press")}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }]}
      lead={t("counterparts.press.lead")}
      acts={
        <>
          {chip(
            "outside",
            t("counterparts.press.outlet"),
            (more?.outlets ?? []).map(({ id, name }) => ({ value: id, words: name })),
          )}
          {chip("theme", t("counterparts.field.theme"), plain(more?.themes))}
          {chip("territory", t("counterparts.field.territory"), more?.territories ?? [])}
        </>
      }
    >
      <Reading of={press}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Sheet>
              <Empty title={t("counterparts.press.none")}>{t("counterparts.press.none.lead")}</Empty>
            </Sheet>
          ) : (
            <>
              <Addresses key={rows.map(({ id }) => id).join()} of={rows} />
              <Sheet title={t("counterparts.press.count", { count: rows.length })}>
                <Rows>
                  {rows.map((row) => (
                    <Row
                      key={row.id}
                      soft={[
                        row.kind ? t(`counterparts.kind.${row.kind}`) : row.roles.join(" · "),
                        row.themes.join(", "),
                        row.territory,
                        row.phone,
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                      end={
                        row.email ? <a href={`mailto:${row.email}`}>{row.email}</a> : t("counterparts.press.no_email")
                      }
                    >
                      <Link to={`/interlocuteurs/${row.id}`}>{row.name}</Link>
                    </Row>
                  ))}
                </Rows>
              </Sheet>
            </>
          )
        }
      </Reading>
    </Page>
  )
}

/** Written in the journal, then shown and copied: an address given to a machine that copies is an address taken away. */
const Addresses = ({ of }: { of: readonly Line[] }) => {
  const t = useWords()
  const { send, pending, error } = useCommand("counterparts.takeAddresses")
  const [taken, setTaken] = useState("")
  const those = of.filter(({ email }) => email)
  if (those.length === 0) return null
  const take = async () => {
    const list = [...new Set(those.map(({ email }) => email!.toLowerCase()))].join(", ")
    try {
      await send({ counterpartIds: those.map(({ id }) => id) })
      setTaken(list)
      await navigator.clipboard.writeText(list)
      tell({ words: t("counterparts.press.copied", { count: those.length }) })
    } catch {
      // A refusal is drawn below; a browser that does not let us copy leaves the list to copy by hand.
    }
  }
  return (
    <Sheet padded>
      <div className="bar">
        <button type="button" className="button main" aria-busy={pending || undefined} onClick={() => void take()}>
          {t("counterparts.press.copy", { count: those.length })}
        </button>
      </div>
      {error && <p role="alert">{refusalWords(error, t)}</p>}
      {taken && (
        <textarea
          className="input"
          readOnly
          rows={4}
          aria-label={t("counterparts.press.addresses")}
          value={taken}
          onFocus={(event) => event.target.select()}
        />
      )}
      <p className="soft">{t("counterparts.press.bcc")}</p>
    </Sheet>
  )
}
