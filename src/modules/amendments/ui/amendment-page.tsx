import type { Operation } from "../../../kernel/amending/operation.ts"
import { carryOver, fatesOf } from "../../../kernel/amending/carry-over.ts"
import { redline, redlineWords } from "../../../kernel/redline/words.ts"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import type { MissingThing } from "../../../shell/missing.tsx"
import { Page } from "../../../shell/page.tsx"
import { Pieces } from "../../../shell/redline.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { nameOf, stateMark } from "./names.tsx"

export type AmendmentRead = ReadOf<"amendments.read">

/** One amendment: what it asks for, what that changes, why, what it costs, what it meets. */
export const AmendmentPage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("amendments.read", { amendmentId: useParam("amendmentId") })}>
      {(of) => {
        const { amendment, base, phrases, grounds, may, amends } = of
        const isMoot = of.missing.includes("amendments.missing.moot")
        return (
          <Page
            title={nameOf(amendment, t)}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: base.title, to: `/amendements/${base.id}` },
              ...(amends ? [{ words: nameOf(amends, t), to: `/amendements/${base.id}/lire/${amends.id}` }] : []),
              { words: nameOf(amendment, t) },
            ]}
            lead={[base.title, of.place].filter(Boolean).join(" · ")}
            marks={
              <>
                {stateMark(amendment, t)}
                {isMoot && <Mark kind="bad">{t("amendments.moot")}</Mark>}
              </>
            }
            missing={missingOf(of)}
            purpose={t("texts.purpose.validate")}
            main={<Main of={of} />}
            acts={
              <>
                {may["amendments.write"] && isOpen(of) && amendment.text_id && (
                  <Link to={`/textes/${amendment.text_id}`}>{t("amendments.to_text")}</Link>
                )}
                {of.amendable && may["amendments.begin"] && (
                  <Link to={`/amendements/${base.id}/lire/${amendment.id}/sous-amender`}>
                    {t("amendments.sub.begin")}
                  </Link>
                )}
                {of.amendable && may["amendments.noteOther"] && (
                  <Link to={`/amendements/${base.id}/lire/${amendment.id}/autre`}>{t("amendments.sub.other")}</Link>
                )}
                {(["pdf", "docx", "odt", "xml"] as const).map((format) => (
                  <a key={format} href={`/api/amendments/${amendment.id}/amendement.${format}`}>
                    {t(`amendments.export.${format}`)}
                  </a>
                ))}
              </>
            }
            side={<Side of={of} />}
          >
            <Snags of={of} />
            <Sheet title={t("amendments.says")} padded>
              <div className="prose">
                {phrases.map((line, index) => (
                  <p key={index}>{line}</p>
                ))}
              </div>
            </Sheet>
            {amendment.operations.length > 0 && (
              <Sheet title={t("amendments.redline")} padded>
                <Changes of={of} />
              </Sheet>
            )}
            {grounds && (
              <Sheet title={t("amendments.field.grounds")} padded>
                <p className="prose pre">{grounds}</p>
              </Sheet>
            )}
            <Subs of={of} />
            <Meets of={of} />
            <Outcome of={of} />
          </Page>
        )
      }}
    </Reading>
  )
}

const isOpen = ({ amendment: { state } }: AmendmentRead) => state === null || ["draft", "given", "read"].includes(state)

const Main = ({ of }: { of: AmendmentRead }) => {
  const t = useWords()
  const { amendment, base, may } = of
  if (may["amendments.write"] && isOpen(of))
    return (
      <Link className="button main" to={`/amendements/${base.id}/lire/${amendment.id}/modifier`}>
        {amendment.snags.length ? t("amendments.take_up") : t("amendments.change.short")}
      </Link>
    )
  return amendment.text_id ? (
    <Link className="button main" to={`/textes/${amendment.text_id}`}>
      {t("amendments.to_text")}
    </Link>
  ) : null
}

const missingOf = ({ missing, amendment, base, may }: AmendmentRead): MissingThing[] | undefined =>
  missing.length === 0
    ? undefined
    : missing.map((key) => ({
        key,
        ...(may["amendments.write"] ? { at: `/amendements/${base.id}/lire/${amendment.id}/modifier` } : {}),
      }))

const Side = ({ of: { amendment, base, balance, amends } }: { of: AmendmentRead }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Facts
      of={[
        amends !== null && [
          t("amendments.field.amends"),
          <Link key="amends" to={`/amendements/${base.id}/lire/${amends.id}`}>
            {nameOf(amends, t)}
          </Link>,
        ],
        amendment.group_name !== null && [t("amendments.field.group"), amendment.group_name],
        amendment.author !== null && [t("texts.field.author"), amendment.author],
        base.reference !== null && [t("amendments.field.reference"), base.reference],
        amends === null && [t("amendments.field.version"), t("amendments.version", { number: amendment.version })],
        [
          t("amendments.field.effect"),
          [
            t(`amendments.effect.${amendment.effect}`),
            amendment.effect !== "none" && amendment.amount_cents && say.money(Number(amendment.amount_cents) / 100),
          ]
            .filter(Boolean)
            .join(" · "),
        ],
        balance ? [t("amendments.field.balance"), balance] : null,
      ]}
    />
  )
}

/** Before and after, of each paragraph it strikes. */
const Changes = ({ of: { amendment } }: { of: AmendmentRead }) => (
  <div className="prose redline">
    {amendment.operations.flatMap((operation, index) =>
      redline(operation.was, operation.put).map(({ pieces }, place) => (
        <p key={`${index}-${place}`}>
          <Pieces of={pieces} />
        </p>
      )),
    )}
  </div>
)

/** Where it could not follow its base: what it struck, and what stands there now. */
const Snags = ({ of: { amendment, base, paragraphs, current } }: { of: AmendmentRead }) => {
  const t = useWords()
  if (amendment.snags.length === 0) return null
  const [was, is] = [paragraphs, current].map((all) => all.map(({ text }) => text)) as [string[], string[]]
  const fates = fatesOf(was, is)
  return (
    <Sheet
      title={
        amendment.amends_id
          ? t("amendments.take_up.title.sub")
          : t("amendments.take_up.title", { version: base.version })
      }
      padded
    >
      {amendment.snags.map(({ index, snag }) => (
        <div key={index} className="stack">
          <p>{t(`amendments.snag.${snag}`)}</p>
          <NowThere operation={amendment.operations[index]!} fates={fates} texts={is} gone={snag === "gone"} />
        </div>
      ))}
    </Sheet>
  )
}

const NowThere = ({
  operation,
  fates,
  texts,
  gone,
}: {
  operation: Operation
  fates: ReturnType<typeof fatesOf>
  texts: string[]
  gone: boolean
}) => {
  const { from, to } = carryOver(operation, fates, texts).operation
  const now = gone ? "" : texts.slice(from, to).join("\n")
  return (
    <p className="prose redline">
      <Pieces of={redlineWords(operation.was.join("\n"), now)} />
    </p>
  )
}

/** Its sub-amendments, put to the vote before it. */
const Subs = ({ of: { subs, base } }: { of: AmendmentRead }) => {
  const t = useWords()
  if (subs.length === 0) return null
  return (
    <Sheet title={t("amendments.subs")}>
      <p className="pad soft">{t("amendments.subs.lead")}</p>
      <Rows>
        {subs.map((one) => (
          <Row
            key={one.id}
            end={one.stands ? stateMark(one, t) : <Mark kind="wait">{t("amendments.take_up.mark")}</Mark>}
          >
            <Link to={`/amendements/${base.id}/lire/${one.id}`}>{nameOf(one, t)}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Meets = ({ of: { meets, base } }: { of: AmendmentRead }) => {
  const t = useWords()
  if (meets.length === 0) return null
  return (
    <Sheet title={t("amendments.meets.title")}>
      <Rows>
        {meets.map((one) => (
          <Row key={one.id}>
            <Link to={`/amendements/${base.id}/lire/${one.id}`}>
              {t(`amendments.meets.${one.how}`, { name: nameOf(one, t) })}
            </Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const outcomes = ["adopted", "amended", "rejected", "withdrawn", "fallen"] as const

const Outcome = ({ of: { amendment, may } }: { of: AmendmentRead }) => {
  const t = useWords()
  if (amendment.text_id || !may["amendments.noteOutcome"]) return null
  return (
    <Sheet title={t("amendments.outcome")} padded>
      <Form
        command="amendments.noteOutcome"
        initial={{ outcome: amendment.state ?? "" }}
        input={(values) => ({ amendmentId: amendment.id, outcome: values["outcome"] || null })}
        send={t("amendments.outcome.note")}
        onDone={() => tell({ words: t("amendments.outcome.noted") })}
      >
        <ChoiceField
          name="outcome"
          label={t("amendments.outcome.what")}
          options={[
            { value: "", words: t("amendments.outcome.none") },
            ...outcomes.map((value) => ({ value, words: t(`texts.state.${value}`) })),
          ]}
        />
      </Form>
    </Sheet>
  )
}
