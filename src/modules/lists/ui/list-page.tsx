import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress, useParam } from "../../../shell/go.tsx"
import { Bars } from "../../../shell/bars.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { ThingGrants } from "../../mandates/ui/contract.tsx"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { Line } from "./line.tsx"

type It = ReadOf<"lists.read">
const AT_ONCE = 50

/** One list, to be worked through on a phone: whom to reach, how, and what became of it. */
export const ListPage = () => {
  const listId = useParam("listId")
  const { values } = useAddress()
  const [limit, setLimit] = useState(AT_ONCE)
  const it = useRead("lists.read", { listId, which: (values["qui"] ?? "all") as "all", limit })
  return (
    <Reading of={it}>
      {(data) => <One of={data} onMore={() => setLimit((before) => Math.min(200, before + AT_ONCE))} />}
    </Reading>
  )
}

const One = ({ of, onMore }: { of: It; onMore: () => void }) => {
  const t = useWords()
  const say = useFigures()
  const { list, rows, total, left, counts, may } = of
  return (
    <Page
      title={list.name}
      lead={`${list.body_name} · ${t("lists.until", { day: say.day(list.ends_on) })}`}
      crumbs={[{ words: t("lists.title"), to: "/listes" }, { words: list.name }]}
      acts={
        may["lists.change"] && (
          <Link className="button" to={`/listes/${list.id}/corriger`}>
            {t("lists.change")}
          </Link>
        )
      }
    >
      {list.purpose && (
        <Sheet title={t("lists.field.purpose")} padded>
          <p className="reading" style={{ whiteSpace: "pre-line" }}>
            {list.purpose}
          </p>
        </Sheet>
      )}
      <Sheet title={t("lists.progress")} padded>
        <Bars
          of={[
            { words: t("lists.done", { done: total - left, people: total }), paid: total ? (total - left) / total : 0 },
          ]}
        />
        <p className="soft">
          {(Object.keys(counts) as (keyof typeof counts)[])
            .filter((one) => counts[one] > 0)
            .map((one) => t("lists.count", { what: t(`lists.outcome.${one}`), count: counts[one] }))
            .join(" · ")}
        </p>
      </Sheet>
      <Which left={left} total={total} />
      <Sheet title={t("lists.people")}>
        {rows.length === 0 ? (
          <Empty title={t("lists.nobody_left")} />
        ) : (
          <ul className="rows">
            {rows.map((one) => (
              <Line key={one.person_id} of={one} list={list} may={may} />
            ))}
          </ul>
        )}
      </Sheet>
      {of.next && (
        <button type="button" className="button" onClick={onMore}>
          {t("shell.list.more")}
        </button>
      )}
      <ThingGrants thing="list" id={list.id} bodyId={list.body_id} />
      {may["lists.change"] && <WhoSees kind="list" id={list.id} />}
    </Page>
  )
}

const Which = ({ left, total }: { left: number; total: number }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const which = values["qui"] ?? "all"
  return (
    <fieldset className="bar" aria-label={t("lists.which")}>
      {(["all", "left"] as const).map((one) => (
        <button
          key={one}
          type="button"
          className={which === one ? "chip on" : "chip"}
          aria-pressed={which === one}
          onClick={() => set({ qui: one === "all" ? undefined : one })}
        >
          {t(`lists.which.${one}`, { count: one === "all" ? total : left })}
        </button>
      ))}
    </fieldset>
  )
}
