import { type ChangeEvent, useState } from "react"
import { useCommand, useRead } from "../../../shell/api.ts"
import { NotFound, Reading, refusalWords } from "../../../shell/fault.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { type Published, publishedIn, together } from "../../../kernel/amending/published.ts"
import type { BaseRead } from "./base-page.tsx"

// Enough to see that the files were read as they should.
const SHOWN = 200

type Read = { rows: Published[]; unread: string[] }

/** The amendments of others, from the files an assembly publishes: read here, shown, then noted on the text. */
export const TakePage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("bases.read", { baseId: useParam("baseId") })}>
      {(of: BaseRead) =>
        of.may["amendments.takeOthers"] && of.base.version > 0 ? (
          <Page
            title={t("amendments.take")}
            lead={of.base.title}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: of.base.title, to: `/amendements/${of.base.id}` },
              { words: t("amendments.take") },
            ]}
          >
            <Take of={of} />
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}

const Take = ({ of: { base, amendments } }: { of: BaseRead }) => {
  const t = useWords()
  const go = useGo()
  const { send, pending, error } = useCommand("amendments.takeOthers")
  const [read, setRead] = useState<Read>()
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const found = await Promise.all(
      [...(event.target.files ?? [])].map(async (file) => ({
        name: file.name,
        rows: publishedIn(new Uint8Array(await file.arrayBuffer())),
      })),
    )
    setRead({
      rows: together(found.flatMap(({ rows }) => rows)),
      unread: found.filter(({ rows }) => rows.length === 0).map(({ name }) => name),
    })
  }
  const take = async () => {
    const { added, changed } = await send({ baseId: base.id, rows: read?.rows ?? [] })
    tell({ words: t("amendments.take.done", { added, changed }) })
    go(`/amendements/${base.id}/tableau`)
  }
  const fate = (number: string) => {
    const known = amendments.find((one) => one.number === number)
    return known ? (known.text_id ? "ours" : "known") : "new"
  }
  return (
    <>
      <Sheet padded>
        <div className="field">
          <label htmlFor="published">{t("amendments.take.files")}</label>
          <p className="soft" id="published-hint">
            {t("amendments.take.hint")}
          </p>
          <span className="drop">
            <input
              id="published"
              type="file"
              multiple
              accept=".csv,.json,.xml"
              aria-describedby="published-hint"
              onChange={(event) => void choose(event)}
            />
          </span>
        </div>
        {read && read.unread.length > 0 && (
          <p role="alert">{t("amendments.take.unread", { names: read.unread.join(", ") })}</p>
        )}
      </Sheet>
      {read && read.rows.length > 0 && (
        <Sheet title={t("amendments.take.found", { count: read.rows.length })}>
          <Rows>
            {read.rows.slice(0, SHOWN).map((row) => (
              <Row
                key={row.number}
                soft={[
                  row.place,
                  row.outcome && t(`texts.state.${row.outcome}`),
                  t(`amendments.take.${fate(row.number)}`),
                ]
                  .filter(Boolean)
                  .join(" · ")}
                {...(fate(row.number) === "ours" ? { end: <Mark>{t("amendments.take.left")}</Mark> } : {})}
                below={row.says && <p className="prose pre">{row.says.slice(0, 300)}</p>}
              >
                {[t("amendments.take.number", { number: row.number }), row.author, row.group]
                  .filter(Boolean)
                  .join(" · ")}
              </Row>
            ))}
          </Rows>
          {read.rows.length > SHOWN && (
            <p className="pad soft">{t("amendments.meets.more", { count: read.rows.length - SHOWN })}</p>
          )}
          <div className="bar pad">
            <button
              type="button"
              className="button main"
              disabled={pending}
              onClick={() => void take().catch(() => {})}
            >
              {t("amendments.take.send", { count: read.rows.length })}
            </button>
          </div>
          {error && <p role="alert">{refusalWords(error, t)}</p>}
        </Sheet>
      )}
    </>
  )
}
