import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useAddress, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Redline } from "../../../shell/redline.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import type { TextRead } from "./text-page.tsx"

const NOW = "now"

/** Any two versions of a text, or one and today’s words, in words: ?de= and ?a= say which. */
export const ComparePage = () => {
  const t = useWords()
  const textId = useParam("textId")
  return (
    <Reading of={useRead("texts.read", { textId })}>
      {(of) => (
        <Page
          title={t("texts.compare")}
          lead={of.text.title}
          crumbs={[
            { words: t("texts.place"), to: "/textes" },
            { words: of.text.title, to: `/textes/${textId}` },
            { words: t("texts.compare") },
          ]}
        >
          <Compared of={of} />
        </Page>
      )}
    </Reading>
  )
}

const Compared = ({ of: { text, versions, open, may } }: { of: TextRead }) => {
  const t = useWords()
  const say = useFigures()
  const { values, set } = useAddress()
  const last = versions[0]
  const from = values["de"] ?? String(last?.number ?? "")
  const to = values["a"] ?? NOW
  const options = versions.map((one) => ({ value: String(one.number), words: nameOf(one, t, say) }))
  const read = useRead(
    "texts.compare",
    { textId: text.id, from: Number(from), ...(to === NOW ? {} : { to: Number(to) }) },
    { enabled: from !== "" },
  )
  if (!last) return <Empty title={t("texts.compare.none")}>{t("texts.compare.none.lead")}</Empty>
  return (
    <Sheet padded>
      <div className="bar">
        <Which label={t("texts.compare.from")} value={from} set={(de) => set({ de })} options={options} />
        <Which
          label={t("texts.compare.to")}
          value={to}
          set={(a) => set({ a })}
          options={[{ value: NOW, words: t("texts.compare.now") }, ...options]}
        />
      </div>
      <Reading of={read}>
        {({ rows, same }) => (same ? <p className="soft">{t("texts.compare.same")}</p> : <Redline of={rows} />)}
      </Reading>
      {open && to === NOW && (
        <div className="bar">
          <Act
            command="texts.restoreVersion"
            input={{ textId: text.id, number: Number(from) }}
            may={{ "texts.restoreVersion": may["texts.save"] }}
            confirm={{ title: t("texts.restore"), words: t("texts.restore.words") }}
            done={t("texts.restore.done")}
          >
            {t("texts.restore")}
          </Act>
        </div>
      )}
    </Sheet>
  )
}

const nameOf = (
  { number, name, reason, made_at }: TextRead["versions"][number],
  t: Translate,
  say: ReturnType<typeof useFigures>,
) =>
  [t("texts.version.number", { number }), name ?? t.named(`texts.version.reason.${reason}`), say.ago(made_at)].join(
    " · ",
  )

const Which = ({
  label,
  value,
  set,
  options,
}: {
  label: string
  value: string
  set: (value: string) => void
  options: readonly { value: string; words: string }[]
}) => (
  <label className="field">
    <span className="label">{label}</span>
    <select className="input" value={value} onChange={(event) => set(event.target.value)}>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.words}
        </option>
      ))}
    </select>
  </label>
)
