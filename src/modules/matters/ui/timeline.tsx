import { useInfiniteQuery } from "@tanstack/react-query"
import type { ReadOf } from "../../../shell/api.ts"
import { Waiting, refusalWords } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { askRead, type Refusal } from "../../../shell/request.ts"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Answer = ReadOf<"matters.timeline">

/** All that hangs on a matter, the newest day first; one kind of it when the address says so. */
export const Timeline = ({ matterId }: { matterId: string }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const kind = values["type"]
  const input = { matterId, limit: 30, ...(kind ? { kind } : {}) }
  const found = useInfiniteQuery<Answer, Refusal, { pages: Answer[] }, unknown[], string | undefined>({
    queryKey: ["matters.timeline", input, "rows"],
    queryFn: ({ pageParam, signal }) =>
      askRead("matters.timeline", { ...input, after: pageParam }, signal) as Promise<Answer>,
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (found.error && !found.data) return <p role="alert">{refusalWords(found.error, t)}</p>
  if (!found.data) return <Waiting />
  const kinds = found.data.pages[0]?.kinds ?? []
  const rows = found.data.pages.flatMap((page) => page.rows)
  if (kinds.length === 0)
    return (
      <Sheet title={t("matters.timeline")}>
        <Empty title={t("matters.nothing")}>{t("matters.nothing.lead")}</Empty>
      </Sheet>
    )
  return (
    <Sheet
      title={t("matters.timeline")}
      aside={
        kinds.length > 1 && (
          <select
            className="chip"
            aria-label={t("matters.timeline.kinds")}
            value={kind ?? ""}
            onChange={(event) => set({ type: event.target.value })}
          >
            <option value="">{t("matters.timeline.all")}</option>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {t("matters.timeline.kind", { kind: t.named(`matters.kind.${one.kind}`), count: one.count })}
              </option>
            ))}
          </select>
        )
      }
    >
      <Rows>
        {rows.map((row, index) => (
          <Line key={`${row.id}${index}`} of={row} />
        ))}
      </Rows>
      {found.hasNextPage && (
        <div className="pad">
          <button
            type="button"
            className="button plain"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t("matters.timeline.more")}
          </button>
        </div>
      )}
    </Sheet>
  )
}

const Line = ({ of: { kind, title, on_day, at, note, done_on } }: { of: Answer["rows"][number] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row soft={[t.named(`matters.kind.${kind}`), note].filter(Boolean).join(" · ")} end={say.dayOfYear(on_day)}>
      {at.startsWith("/api/") ? (
        <a href={at} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        <Link to={at}>{title}</Link>
      )}
      {done_on && (
        <>
          {" "}
          <Mark kind="good">{t("matters.timeline.done", { day: say.dayOnly(done_on) })}</Mark>
        </>
      )}
    </Row>
  )
}
