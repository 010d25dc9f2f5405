import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

type Body = ReadOf<"bodies.tree">["rows"][number]

/** The tree of bodies: one level is asked at a time, and the name finds those deep down. */
export const TreePage = () => {
  const t = useWords()
  const [typed, setTyped] = useState("")
  const q = useLater(typed.trim())
  return (
    <Page
      title={t("secretariat.tree")}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("secretariat.tree") }]}
    >
      <div className="field">
        <label htmlFor="tree-search">{t("secretariat.tree.search")}</label>
        <input
          id="tree-search"
          className="input"
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Sheet padded>{q ? <Found q={q} /> : <Level isTop />}</Sheet>
    </Page>
  )
}

const Found = ({ q }: { q: string }) => {
  const t = useWords()
  return (
    <Reading of={useRead("bodies.tree", { q, limit: 50 }, { keepPrevious: true })}>
      {({ rows, more }) => (
        <>
          {rows.length === 0 && <p className="soft">{t("secretariat.tree.none")}</p>}
          <ul className="tree">
            {rows.map((body) => (
              <li key={body.id}>
                <Link to={`/secretariat/instances/${body.id}`}>{body.name}</Link>{" "}
                <span className="soft">{[body.code, ...body.path].join(" · ")}</span>
              </li>
            ))}
          </ul>
          {more && <p className="soft">{t("secretariat.tree.more")}</p>}
        </>
      )}
    </Reading>
  )
}

const Level = ({ underId, isTop = false }: { underId?: string; isTop?: boolean }) => (
  <Reading of={useRead("bodies.tree", underId ? { underId } : {})}>
    {({ rows }) => (
      <ul className="tree">
        {rows.map((body) => (
          <Node key={body.id} of={body} startsOpen={isTop && rows.length < 4} />
        ))}
      </ul>
    )}
  </Reading>
)

const Node = ({ of, startsOpen }: { of: Body; startsOpen: boolean }) => {
  const t = useWords()
  const [open, setOpen] = useState(startsOpen)
  const { id, name, code, children } = of
  return (
    <li>
      <span className="node">
        {children > 0 && (
          <button
            type="button"
            className="fold"
            aria-expanded={open}
            aria-label={t(open ? "secretariat.tree.close" : "secretariat.tree.open", { name })}
            onClick={() => setOpen(!open)}
          >
            {open ? "−" : "+"}
          </button>
        )}
        <Link to={`/secretariat/instances/${id}`}>{name}</Link>{" "}
        <span className="soft">
          {[code, children > 0 && t("secretariat.tree.below", { count: children })].filter(Boolean).join(" · ")}
        </span>
      </span>
      {open && children > 0 && <Level underId={id} />}
    </li>
  )
}
