import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import type { ReadOf } from "../../../shell/api.ts"
import { refusalWords, Waiting } from "../../../shell/fault.tsx"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Refusal, askRead } from "../../../shell/request.ts"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Shape, ShapeKey } from "./shape.tsx"

type Answer = ReadOf<"skills.grid">

/** People as rows, skills as columns; on a phone, where it would not be read, a skill is chosen above instead. */
export const Grid = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const themeId = values["theme"]
  const exports = useExports("skills", { bodyId, themeId })
  const input = { bodyId, ...(themeId ? { themeId } : {}), limit: 50 }
  const found = useInfiniteQuery<Answer, Refusal, { pages: Answer[] }, unknown[], string | undefined>({
    queryKey: ["skills.grid", input],
    queryFn: ({ pageParam, signal }) =>
      askRead("skills.grid", { ...input, after: pageParam }, signal) as unknown as Promise<Answer>,
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  if (found.error && !found.data) return <p role="alert">{refusalWords(found.error, t)}</p>
  if (!found.data) return <Waiting />
  const first = found.data.pages[0]!
  const rows = found.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0 && !themeId)
    return (
      <Sheet>
        <Empty title={t("skills.grid.empty")}>
          {t(
            first.may["skills.ask"]
              ? "skills.grid.empty.lead"
              : first.reads_all
                ? "skills.grid.empty.readers"
                : "skills.who.nobody_shared",
          )}
        </Empty>
      </Sheet>
    )
  return (
    <div className="only-wide stack">
      <div className="bar not-printed">
        {[{ id: "", name: t("skills.theme.all") }, ...first.themes].map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={(themeId ?? "") === id ? "chip on" : "chip"}
            aria-pressed={(themeId ?? "") === id}
            onClick={() => set({ theme: id })}
          >
            {name}
          </button>
        ))}
      </div>
      <Sheet
        title={t("skills.grid")}
        aside={
          <span className="bar not-printed">
            <button type="button" className="linklike" onClick={() => print()}>
              {t("skills.print")}
            </button>
            {exports.map(({ words, href }) => (
              <a key={href} href={href} download>
                {words}
              </a>
            ))}
          </span>
        }
      >
        <div className="pad">
          <ShapeKey />
          {!first.reads_all && <p className="soft">{t("skills.shared_only")}</p>}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled must be reached by the keyboard */}
        <section className="marks-grid" tabIndex={0} aria-label={t("skills.grid")}>
          <Table skills={first.skills} rows={rows} />
        </section>
      </Sheet>
      {found.hasNextPage && (
        <button
          type="button"
          className="button not-printed"
          aria-busy={found.isFetchingNextPage || undefined}
          onClick={() => void found.fetchNextPage()}
        >
          {t("skills.grid.more")}
        </button>
      )}
    </div>
  )
}

const Table = ({ skills, rows }: { skills: Answer["skills"]; rows: Answer["rows"] }) => {
  const t = useWords()
  const groups = [...Map.groupBy(skills, ({ theme_id }) => theme_id)]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="whom">
            {t("skills.grid.person")}
          </th>
          {groups.map(([themeId, those]) => (
            <th key={themeId} scope="colgroup" colSpan={those.length} title={those[0]!.theme}>
              <span className="cut">{those[0]!.theme}</span>
            </th>
          ))}
        </tr>
        <tr>
          {skills.map(({ id, name }) => (
            <th key={id} scope="col" className="turned">
              <Link to={`/competences?competence=${id}`}>{name}</Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, squares }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/personnes/${id}`}>{name}</Link>
            </th>
            {skills.map((skill) => (
              <td key={skill.id}>
                <Shape of={squares[skill.id]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
