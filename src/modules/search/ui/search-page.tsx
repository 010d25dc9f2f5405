import { useInfiniteQuery, keepPreviousData } from "@tanstack/react-query"
import { useId, useState } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Waiting, refusalWords } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { type Refusal, askRead } from "../../../shell/request.ts"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Answer = ReadOf<"search.all">
const kinds = [
  "decision",
  "minutes",
  "item",
  "paper",
  "matter",
  "meeting",
  "task",
  "exchange",
  "office",
  "text",
  "sitting_item",
  "sitting_paper",
  "incoming",
  "base",
] as const

/** What was said, decided and written, found again by its words: ?q=, ?kind=, ?sort=latest. */
export const SearchPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values, set } = useAddress()
  const q = values["q"]?.trim() ?? ""
  const input = {
    q,
    kind: values["kind"],
    sort: values["sort"],
    ...(values["ici"] && body ? { bodyId: body.id } : {}),
  }
  const found = useInfiniteQuery<Answer, Refusal, { pages: Answer[] }, unknown[], string | undefined>({
    queryKey: ["search.all", input],
    queryFn: ({ pageParam, signal }) =>
      askRead("search.all", { ...input, after: pageParam }, signal) as unknown as Promise<Answer>,
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: q.length > 1,
  })
  const { ici: _, ...address } = values
  const exports = useExports("search", { q, bodyId: input.bodyId }, address)
  const chip = (isOn: boolean, words: string, onClick: () => void) => (
    <button key={words} type="button" className={isOn ? "chip on" : "chip"} aria-pressed={isOn} onClick={onClick}>
      {words}
    </button>
  )
  return (
    <Page title={t("search.title")}>
      <SearchField q={q} onSearch={(words) => set({ q: words })} />
      <output className="unseen">
        {found.data &&
          !found.isFetching &&
          t(totalWords(found.data.pages[0]!.total), { count: found.data.pages[0]!.total })}
      </output>
      <div className="bar">
        {chip(!values["kind"], t("search.everything"), () => set({ kind: undefined }))}
        {kinds.map((kind) => chip(values["kind"] === kind, t(`search.kind.${kind}`), () => set({ kind })))}
      </div>
      <div className="bar">
        {chip(values["sort"] !== "latest", t("search.best"), () => set({ sort: undefined }))}
        {chip(values["sort"] === "latest", t("search.latest"), () => set({ sort: "latest" }))}
        {body && chip(Boolean(values["ici"]), t("search.body"), () => set({ ici: values["ici"] ? undefined : "1" }))}
      </div>
      {q.length < 2 ? (
        <Sheet>
          <Empty title={t("search.empty")}>{t("search.empty.lead")}</Empty>
        </Sheet>
      ) : found.error && !found.data ? (
        <p role="alert">{refusalWords(found.error, t)}</p>
      ) : !found.data ? (
        <Waiting />
      ) : (
        <Results
          of={found.data.pages}
          exports={exports}
          more={found.hasNextPage ? () => found.fetchNextPage() : undefined}
        />
      )}
    </Page>
  )
}

export const SearchField = ({ q, onSearch }: { q: string; onSearch: (q: string) => void }) => {
  const t = useWords()
  const id = useId()
  const [typed, setTyped] = useState(q)
  const [asked, setAsked] = useState(q)
  // Asked for from elsewhere: the field follows, and keeps the focus of whoever is in it.
  if (asked !== q) {
    setAsked(q)
    setTyped(q)
  }
  return (
    <search>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(typed)
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t("search.field")}</label>
          <input
            id={id}
            type="search"
            className="input"
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <div className="bar">
          <button type="submit" className="button main">
            {t("search.send")}
          </button>
        </div>
      </form>
    </search>
  )
}

const totalWords = (total: number) => (total >= 500 ? "search.many" : "search.total")

const Results = ({
  of,
  exports,
  more,
}: {
  of: readonly Answer[]
  exports: readonly { words: string; href: string }[]
  more: (() => unknown) | undefined
}) => {
  const t = useWords()
  const first = of[0]!
  if (first.total === 0 && first.people.length === 0 && first.counterparts.length === 0)
    return (
      <Sheet>
        <Empty title={t("search.none")}>{t("search.none.lead")}</Empty>
      </Sheet>
    )
  return (
    <>
      {first.people.length > 0 && (
        <Sheet title={t("search.people")}>
          <Rows>
            {first.people.map(({ id, name, functions }) => (
              <Row key={id} soft={functions.join(", ")}>
                <Link to={`/personnes/${id}`}>{name}</Link>
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
      {first.counterparts.length > 0 && (
        <Sheet title={t("search.counterparts")}>
          <Rows>
            {first.counterparts.map(({ id, name, roles, territory }) => (
              <Row key={id} soft={roles.join(" · ") || territory}>
                <Link to={`/interlocuteurs/${id}`}>{name}</Link>
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
      {first.total > 0 && (
        <Sheet
          title={t(totalWords(first.total), { count: first.total })}
          aside={
            <span className="bar">
              {exports.map(({ words, href }) => (
                <a key={href} href={href} download>
                  {words}
                </a>
              ))}
            </span>
          }
        >
          <Rows>{of.flatMap(({ rows }) => rows.map((hit) => <Hit key={`${hit.kind}-${hit.id}`} of={hit} />))}</Rows>
        </Sheet>
      )}
      {more && (
        <p>
          <button type="button" className="button" onClick={() => void more()}>
            {t("search.more")}
          </button>
        </p>
      )}
    </>
  )
}

const Hit = ({ of: hit }: { of: Answer["rows"][number] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      soft={
        <>
          {hit.excerpt.length > 0 && (
            <span className="lines">
              {hit.excerpt.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text))}
              {"\n"}
            </span>
          )}
          {[hit.body_name, say.dayOfYear(hit.at)].join(" · ")}
        </>
      }
      end={
        <>
          <Mark>{t(`search.kind.${hit.kind}`)}</Mark>
          {hit.confidential && <Mark kind="info">{t("search.confidential")}</Mark>}
        </>
      }
    >
      <Link to={hit.to}>{hit.title}</Link>
    </Row>
  )
}
