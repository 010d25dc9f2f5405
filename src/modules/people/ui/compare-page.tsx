import { type ReactNode, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"

type Compared = ReadOf<"people.compare">
type Field = Compared["differ"][number]
type Which = "one" | "other"

/** Two records side by side: one person or two? */
export const ComparePage = () => {
  const [personId, otherId] = [useParam("personId"), useParam("otherId")]
  return (
    <Reading of={useRead("people.compare", { personId, otherId })}>
      {(two) => <Two key={`${personId} ${otherId}`} of={two} />}
    </Reading>
  )
}

const Two = ({ of }: { of: Compared }) => {
  const t = useWords()
  const say = useFigures()
  const [stays, setStays] = useState<Which>(usuallyStays(of))
  const [chosen, setChosen] = useState<Partial<Record<Field, Which>>>({})
  const goes = stays === "one" ? "other" : "one"
  const valueFrom = (field: Field): Which => chosen[field] ?? (of.fills[stays].includes(field) ? goes : stays)
  const take = of.differ.filter((field) => valueFrom(field) === goes)
  return (
    <Page
      title={t("people.compare")}
      lead={of.reasons.length > 0 ? likenessWords(of, t) : t("people.compare.unlike")}
      crumbs={[
        { words: t("people.title"), to: "/personnes" },
        { words: t("people.duplicates"), to: "/personnes/doublons" },
        { words: of.one.name },
      ]}
    >
      {of.apart && <p className="soft">{t("people.compare.apart", { by: of.apart.by, ago: say.ago(of.apart.at) })}</p>}
      <Sheet title={t("people.compare.records")}>
        <table className="table beside">
          <thead>
            <tr>
              <th scope="col">{t("people.compare.field")}</th>
              <Head which="one" of={of} t={t} />
              <Head which="other" of={of} t={t} />
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("people.compare.stays")}</th>
              {(["one", "other"] as const).map((which) => (
                <td key={which} data-words={of[which].name} aria-label={of[which].name}>
                  <Choice
                    name="stays"
                    label={t("people.compare.stays.this")}
                    checked={stays === which}
                    onChoose={() => setStays(which)}
                  >
                    <span className="soft under">
                      {t("people.compare.since", { day: say.dayOnly(of[which].since) })}
                      {of[which].signs_in ? ` · ${t("people.compare.signs_in")}` : ""}
                      {of[which].left_on ? ` · ${t("people.compare.left")}` : ""}
                    </span>
                  </Choice>
                </td>
              ))}
            </tr>
            {fields.map((field) => (
              <Line
                key={field}
                field={field}
                of={of}
                from={valueFrom(field)}
                onChoose={(which) => setChosen((before) => ({ ...before, [field]: which }))}
              />
            ))}
          </tbody>
        </table>
      </Sheet>
      <Sheet title={t("people.compare.after")} padded>
        <After of={of} stays={stays} />
      </Sheet>
      <div className="bar">
        {!of.gives_rights && <Merge of={of} stays={stays} take={take} />}
        <Apart of={of} />
      </div>
    </Page>
  )
}

const likenessWords = ({ likeness, reasons }: Compared, t: Translate) =>
  t("people.compare.lead", {
    likeness,
    reasons: reasons.map((reason) => t.named(`people.likeness.${reason}`)).join(", "),
  })

// Who signs in keeps their record; else the older one; else the one that knows more.
const usuallyStays = ({ one, other, fills }: Compared): Which => {
  if (one.signs_in !== other.signs_in) return one.signs_in ? "one" : "other"
  if (one.since !== other.since) return one.since < other.since ? "one" : "other"
  return fills.one.length > fills.other.length ? "other" : "one"
}

const Head = ({ which, of, t }: { which: Which; of: Compared; t: Translate }) => (
  <th scope="col">
    <Link to={`/personnes/${of[which].id}`}>{of[which].name}</Link>
    <span className="unseen"> {t(which === "one" ? "people.duplicates.first" : "people.duplicates.second")}</span>
  </th>
)

const Choice = ({
  name,
  label,
  checked,
  onChoose,
  children,
}: {
  name: string
  label: string
  checked: boolean
  onChoose: () => void
  children?: ReactNode
}) => (
  <label className="option choice">
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    <span>
      {label}
      {children}
    </span>
  </label>
)

const Line = ({
  field,
  of,
  from,
  onChoose,
}: {
  field: Field
  of: Compared
  from: Which
  onChoose: (which: Which) => void
}) => {
  const t = useWords()
  const differs = of.differ.includes(field)
  if (!differs && !shown(field, of.one.fields[field], t)) return null
  return (
    <tr>
      <th scope="row">
        {t(`people.${field}`)} {differs && <Mark kind="wait">{t("people.compare.differs")}</Mark>}
      </th>
      {(["one", "other"] as const).map((which) => {
        const value = shown(field, of[which].fields[field], t) || t("people.none")
        return (
          <td key={which} data-words={of[which].name}>
            {differs ? (
              <Choice name={field} label={value} checked={from === which} onChoose={() => onChoose(which)} />
            ) : (
              value
            )}
          </td>
        )
      })}
    </tr>
  )
}

const shown = (field: Field, value: unknown, t: Translate): string => {
  if (field === "form") return t.named(`people.form.${String(value)}`)
  if (field === "language") return t.named(`people.language.${String(value)}`)
  if (field === "post_only") return value ? t("people.compare.yes") : t("people.compare.no")
  return typeof value === "string" ? value : ""
}

/** What the one record will be able to do, before it can. */
const After = ({ of, stays }: { of: Compared; stays: Which }) => {
  const t = useWords()
  const say = useFigures()
  const goes = stays === "one" ? "other" : "one"
  if (of.gives_rights) return <p role="alert">{t("people.compare.gives_rights")}</p>
  const name = of[stays].name
  return (
    <>
      {of.powers.length > 0 ? (
        <>
          <p>{t("people.compare.powers", { name })}</p>
          <ul>
            {of.powers.map(({ person_id, kind, what, body_name, until }) => (
              <li key={`${person_id} ${kind} ${what} ${body_name}`}>
                {t("people.compare.power", {
                  kind,
                  what:
                    kind === "grant"
                      ? t.named(`capability.${what}`)
                      : kind === "membership"
                        ? t.named(`mandates.ring.${what}`)
                        : what,
                  body: body_name,
                  ends: until ? "yes" : "no",
                  until: until ? say.dayOnly(until) : "",
                })}
                {person_id === of[goes].id && <Mark kind="info">{t("people.compare.comes")}</Mark>}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("people.compare.no_powers")}</p>
      )}
      {of[goes].signs_in && (
        <p>{of[stays].signs_in ? t("people.compare.account.both") : t("people.compare.account.follows")}</p>
      )}
      <p>{t("people.compare.follows")}</p>
      <p>
        <strong>{t("people.compare.for_good")}</strong>
      </p>
    </>
  )
}

const Merge = ({ of, stays, take }: { of: Compared; stays: Which; take: Field[] }) => {
  const t = useWords()
  const go = useGo()
  const [personId, goneId] = stays === "one" ? [of.one.id, of.other.id] : [of.other.id, of.one.id]
  return (
    <Act
      command="people.merge"
      input={{ personId, goneId, take }}
      may={of.may}
      kind="main"
      confirm={{
        title: t("people.merge.confirm", { name: of[stays].name }),
        words: <p>{t("people.compare.for_good")}</p>,
        act: t("people.merge.do"),
      }}
      onDone={() => {
        tell({ words: t("people.merged", { name: of[stays].name }) })
        go(`/personnes/${personId}`)
      }}
    >
      {t("people.merge")}
    </Act>
  )
}

const Apart = ({ of }: { of: Compared }) => {
  const t = useWords()
  const go = useGo()
  if (of.apart) return null
  return (
    <Act
      command="people.holdApart"
      input={{ personId: of.one.id, otherId: of.other.id }}
      may={of.may}
      kind="plain"
      done={t("people.held_apart")}
      onDone={() => go("/personnes/doublons")}
    >
      {t("people.hold_apart")}
    </Act>
  )
}

const fields = [
  "given_name",
  "family_name",
  "form",
  "email",
  "phone",
  "street",
  "postcode",
  "town",
  "country",
  "post_only",
  "language",
  "note",
] as const satisfies readonly Field[]
