import { useInfiniteQuery } from "@tanstack/react-query"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { refusalWords, Waiting } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { askRead, type Refusal } from "../../../shell/request.ts"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { SearchField } from "./search-page.tsx"

type Answer = ReadOf<"search.said">
type Line = Answer["rows"][number]

/** What we said, wrote, decided and voted on something, by matter, the last first: ?q=, ?theme=, ?dossier=. */
export const SaidPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values, set } = useAddress()
  const q = values["q"]?.trim() ?? ""
  const input = { q, themeId: values["theme"], matterId: values["dossier"] }
  const asks = q.length > 1 || Boolean(input.themeId ?? input.matterId)
  const themes = useRead("themes.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) }).data?.rows ?? []
  const found = useInfiniteQuery<Answer, Refusal, { pages: Answer[] }, unknown[], string | undefined>({
    queryKey: ["search.said", input],
    queryFn: ({ pageParam, signal }) =>
      askRead("search.said", { ...input, after: pageParam }, signal) as unknown as Promise<Answer>,
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: asks,
  })
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page title={t("search.said.title")} lead={t("search.said.lead")}>
      <SearchField q={q} onSearch={(words) => set({ q: words })} />
      {themes.length > 0 && (
        <div className="field">
          <label htmlFor="said-theme">{t("search.said.theme")}</label>
          <select
            id="said-theme"
            className="input"
            value={values["theme"] ?? ""}
            onChange={({ target }) => set({ theme: target.value })}
          >
            <option value="">{t("search.said.any_theme")}</option>
            {themes.map(({ id, path }) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        </div>
      )}
      {values["dossier"] && (
        <p>
          <button type="button" className="chip on" onClick={() => set({ dossier: undefined })}>
            {t("search.said.one_matter")} ✕
          </button>
        </p>
      )}
      <p className="soft">{t("search.said.encrypted")}</p>
      {!asks ? (
        <Sheet>
          <Empty title={t("search.said.empty")}>{t("search.said.empty.lead")}</Empty>
        </Sheet>
      ) : found.error && !found.data ? (
        <p role="alert">{refusalWords(found.error, t)}</p>
      ) : !found.data ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Sheet>
          <Empty title={t("search.said.none")}>{t("search.said.none.lead")}</Empty>
        </Sheet>
      ) : (
        byMatter(rows).map(([matterId, lines]) => (
          <Sheet
            key={matterId}
            title={lines[0]!.matter_title ?? t("search.said.no_matter")}
            aside={matterId && <Link to={`/dossiers/${matterId}`}>{t("search.said.open_matter")}</Link>}
          >
            <Rows>
              {lines.map((line) => (
                <Said key={`${line.kind}-${line.id}`} of={line} />
              ))}
            </Rows>
          </Sheet>
        ))
      )}
      {found.hasNextPage && (
        <p>
          <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
            {t("search.more")}
          </button>
        </p>
      )}
    </Page>
  )
}

/** By matter, in the order of their last line; what hangs on none comes where its own last line falls. */
const byMatter = (rows: readonly Line[]): [string, Line[]][] => {
  const groups = new Map<string, Line[]>()
  for (const row of rows) groups.set(row.matter_id ?? "", [...(groups.get(row.matter_id ?? "") ?? []), row])
  return [...groups]
}

const Said = ({ of }: { of: Line }) => {
  const t = useWords()
  const say = useFigures()
  const kind =
    of.kind === "text"
      ? t.named(`texts.kind.${of.of_kind}`)
      : of.kind === "exchange"
        ? t.named(`exchanges.kind.${of.of_kind}`)
        : t.named(`search.kind.${of.kind}`)
  return (
    <Row
      soft={
        <>
          {of.excerpt.length > 0 && (
            <span className="lines">
              {of.excerpt.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text))}
              {"\n"}
            </span>
          )}
          {[say.dayOnly(of.at), kind, of.who ?? of.body_name].join(" · ")}
        </>
      }
      end={
        <>
          {of.stance && <Mark kind="info">{t.named(`sittings.stance.${of.stance}`)}</Mark>}
          {of.state && of.kind === "text" && <Mark>{t.named(`texts.state.${of.state}`)}</Mark>}
          {of.state && of.kind === "sitting_item" && <Mark>{t.named(`sittings.outcome.${of.state}`)}</Mark>}
          {of.state && of.kind === "decision" && <Mark>{t.named(`search.said.decision.${of.state}`)}</Mark>}
          {of.confidential && <Mark kind="info">{t("search.confidential")}</Mark>}
        </>
      }
    >
      <Link to={of.to}>{of.title}</Link>
    </Row>
  )
}
