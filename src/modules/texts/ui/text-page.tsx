import { useRef } from "react"
import { About } from "../../../shell/about.tsx"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import type { MissingThing } from "../../../shell/missing.tsx"
import { Page } from "../../../shell/page.tsx"
import { RichText, type RichDoc } from "../../../shell/rich-text.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import type { Step } from "../../../shell/steps.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { Cosigners } from "./cosign/cosigners.tsx"
import { Counts } from "./counts.tsx"
import { Leaving, Outcome } from "./leaving.tsx"
import { ReadingOver } from "./reading-over.tsx"
import { Remarks } from "./remarks.tsx"
import { CitedByText } from "./sheets/cited.tsx"
import { SheetSides } from "./sheets/sheet-sides.tsx"
import { held, StateMark } from "./state-mark.tsx"
import { Versions } from "./versions.tsx"
import { WriteLink } from "./write-link.tsx"

export type TextRead = ReadOf<"texts.read">

/** A text: where it stands, what is missing for the next step, its words, who read it, what became of it. */
export const TextPage = () => {
  const t = useWords()
  const textId = useParam("textId")
  const words = useRef<HTMLDivElement>(null)
  return (
    <Reading of={useRead("texts.read", { textId })}>
      {(of) => {
        const { text, may, open } = of
        return (
          <Page
            title={text.title}
            crumbs={[{ words: t("texts.place"), to: "/textes" }, { words: text.title }]}
            lead={<Lead of={of} />}
            marks={
              <>
                <StateMark of={text.state} />
                {text.confidential && <Mark>{t("texts.confidential")}</Mark>}
                {isOutdated(text) && <Mark kind="wait">{t("texts.outdated")}</Mark>}
              </>
            }
            steps={stepsOf(of, t)}
            {...missingOf(of, t)}
            main={<Main of={of} />}
            side={<Sides of={of} />}
            acts={
              <>
                {may["texts.change"] && open && (
                  <Link className="button quiet" to={`/textes/${text.id}/modifier`}>
                    {t("texts.change")}
                  </Link>
                )}
                {may["texts.save"] && open && text.state === "read" && <WriteLink text={text} kind="quiet" />}
                {may["texts.validate"] && text.state !== "read" && "texts.validate" in of.missing && !isBlocked(of) && (
                  <Validate of={of} kind="plain" />
                )}
                {text.doc && (
                  <>
                    {isSaid(text) && (
                      <Link className="button quiet" to={`/textes/${text.id}/dire`}>
                        {t("texts.prompter")}
                      </Link>
                    )}
                    {/* A letter is laid on the paper of its body. */}
                    {text.kind !== "letter" && (
                      <a
                        className="button quiet"
                        href={`/api/texts/${text.id}/texte.pdf`}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {t("texts.paper.pdf")}
                      </a>
                    )}
                    <a className="button quiet" href={`/api/texts/${text.id}/texte.docx`} download>
                      {t("texts.paper.docx")}
                    </a>
                    <a className="button quiet" href={`/api/texts/${text.id}/texte.odt`} download>
                      {t("texts.paper.odt")}
                    </a>
                  </>
                )}
                <Reopen of={of} />
                <Drop of={of} />
              </>
            }
            history={<About kind="text" id={text.id} />}
          >
            <Sheet padded>
              {text.doc ? (
                <>
                  <div ref={words}>
                    <RichText of={text.doc as RichDoc} />
                  </div>
                  <Counts doc={text.doc as RichDoc} of={of} />
                </>
              ) : (
                <Empty title={t("texts.no_words")} />
              )}
              {of.form.fields
                .filter((name) => name === "grounds" || name === "balance" || name === "source")
                .map(
                  (name) =>
                    text.fields[name] && (
                      <div key={name}>
                        <h3>{t(`texts.form.${name}`)}</h3>
                        <p className="prose pre">{text.fields[name]}</p>
                      </div>
                    ),
                )}
            </Sheet>
            <Besides of="text" id={text.id} />
            {text.kind === "argument_sheet" ? (
              <SheetSides textId={text.id} bodyId={text.body_id} />
            ) : (
              <CitedByText textId={text.id} manages={Boolean(may["texts.change"])} isSaid={isBeforeOthers(of)} />
            )}
            {/* How a letter leaves is noted where it is sent. What is ready to leave does so before anything else is asked. */}
            {text.kind !== "letter" && <Leaving of={of} />}
            {/* The paper of a letter names whoever signs it, and nobody beside. */}
            {text.kind !== "letter" && <Cosigners textId={text.id} bodyId={text.body_id} />}
            {text.kind !== "letter" && <Outcome of={of} />}
            <Taken of={of} />
            <Remarks of={of} text={words} />
            <ReadingOver of={of} />
            <Versions of={of} />
          </Page>
        )
      }}
    </Reading>
  )
}

const Lead = ({ of: { text } }: { of: TextRead }) => {
  const t = useWords()
  return (
    <>
      {[t(`texts.kind.${text.kind}`), text.reference, text.author_name].filter(Boolean).join(" · ")}
      {text.matter_id && text.matter_title && (
        <>
          {" · "}
          <Link to={`/dossiers/${text.matter_id}`}>{text.matter_title}</Link>
        </>
      )}
    </>
  )
}

// The one main act of where it stands: to write, to validate what was read, to sign.
const Main = ({ of }: { of: TextRead }) => {
  const t = useWords()
  const { text, may, open } = of
  if (open && text.state === "read" && may["texts.validate"] && !isBlocked(of)) return <Validate of={of} kind="main" />
  if (open && may["texts.save"]) return <WriteLink text={text} kind="main" />
  if ("texts.sign" in of.missing)
    return (
      <Act
        command="texts.sign"
        input={{ textId: text.id }}
        may={may}
        kind="main"
        onDone={() => tell({ words: t("texts.sign.done") })}
      >
        {t("texts.sign")}
      </Act>
    )
  return null
}

const isOutdated = ({ valid_until }: TextRead["text"]) => valid_until !== null && valid_until < today()

// Whatever has a time to be said in.
const isSaid = ({ kind, limit_minutes }: TextRead["text"]) => kind === "speech" || limit_minutes !== null

// Arguments are for what is said or lodged.
const isBeforeOthers = ({ steps }: TextRead) => ["lodged", "delivered"].includes(steps.at(-1)!)

const isBlocked = ({ missing }: TextRead) => (missing["texts.validate"] ?? []).some(({ only_warns }) => !only_warns)

const Validate = ({ of: { text, may }, kind }: { of: TextRead; kind: "main" | "plain" }) => {
  const t = useWords()
  return (
    <Act
      command="texts.validate"
      input={{ textId: text.id }}
      may={may}
      kind={kind}
      onDone={() => tell({ words: t("texts.validate.done") })}
    >
      {t("texts.validate")}
    </Act>
  )
}

const Reopen = ({ of: { text, may, missing } }: { of: TextRead }) => {
  const t = useWords()
  if (!("texts.reopen" in missing)) return null
  return (
    <Act
      command="texts.reopen"
      input={{ textId: text.id }}
      may={may}
      confirm={{ title: t("texts.reopen.title"), words: t("texts.reopen.words") }}
    >
      {t("texts.reopen")}
    </Act>
  )
}

const Drop = ({ of: { text, may, missing } }: { of: TextRead }) => {
  const t = useWords()
  if (!("texts.drop" in missing)) return null
  return (
    <Act
      command="texts.drop"
      input={{ textId: text.id }}
      may={may}
      confirm={{ title: t("texts.drop.title"), words: t("texts.drop.words") }}
    >
      {t("texts.drop")}
    </Act>
  )
}

const Sides = ({ of: { text, form, deadline, allowed, answer_due } }: { of: TextRead }) => {
  const t = useWords()
  const say = useFigures()
  const short = form.fields.filter((name) => !["grounds", "balance", "source"].includes(name))
  return (
    <Facts
      of={[
        text.reference !== null && [t("texts.field.reference"), held(text.reference)],
        [t("texts.field.author"), text.author_name ?? "—"],
        text.writer_name !== null &&
          text.writer_name !== text.author_name && [t("texts.field.writer"), text.writer_name],
        ...short.map((name) => {
          const value = text.fields[name]
          const isDay = name === "embargo" || name === "valid_until"
          return value ? ([t(`texts.form.${name}`), isDay ? say.day(value) : value] as const) : null
        }),
        text.sitting_title !== null && [
          t(text.sitting_item_id ? "texts.field.of_item" : "texts.field.sitting"),
          itemLink(text),
        ],
        deadline !== null && [
          t("texts.field.deadline"),
          deadline.late ? (
            <Mark kind="bad">{t("texts.deadline.past", { day: say.day(deadline.last) })}</Mark>
          ) : (
            t("texts.deadline.left", { day: say.day(deadline.last), count: deadline.days_left })
          ),
        ],
        allowed !== null && [
          t("texts.allowed"),
          <span key="allowed">
            {allowed.written > allowed.max ? (
              <Mark kind="bad">{t("texts.allowed.over", { written: allowed.written, max: allowed.max })}</Mark>
            ) : (
              t("texts.allowed.of", { written: allowed.written, max: allowed.max })
            )}
            {allowed.article && <span className="soft under">{allowed.article}</span>}
          </span>,
        ],
        answer_due && [
          t("texts.answer_due"),
          <span key="answer">
            {say.day(answer_due.day)}
            <span className="soft under">
              {[t("texts.answer_due.rule", { rule: answer_due.rule }), answer_due.article].filter(Boolean).join(" · ")}
            </span>
          </span>,
        ],
        text.answer_file_id !== null && [
          t("texts.answer.file"),
          <a key="file" href={`/api/files/${text.answer_file_id}?vue=1`} target="_blank" rel="noreferrer">
            {t("texts.answer.open")}
          </a>,
        ],
        text.due_on !== null && text.lodged_on === null && [t("texts.field.due"), say.day(text.due_on)],
        text.signer_name !== null && [t("texts.field.signed"), text.signer_name],
        text.lodged_on !== null && [t("texts.field.lodged"), left(text, t, say)],
        text.their_number !== null && [t("texts.field.their_number"), text.their_number],
        [t("texts.field.changed"), say.ago(text.changed_at)],
      ]}
    />
  )
}

const left = (text: TextRead["text"], t: Translate, say: ReturnType<typeof useFigures>) => (
  <>
    {text.lodged_at
      ? t("texts.lodged.at", { day: say.day(text.lodged_on!), hour: say.hour(text.lodged_at) })
      : say.day(text.lodged_on!)}
    {text.lodged_by && <>, {t(`texts.lodge.by.${text.lodged_by}`).toLowerCase()}</>}
    {text.proof_id && (
      <>
        {" · "}
        <a href={`/api/files/${text.proof_id}?vue=1`} target="_blank" rel="noreferrer">
          {t("texts.lodge.proof")}
        </a>
      </>
    )}
  </>
)

const itemLink = ({ sitting_id, sitting_item_id, item_title, sitting_title }: TextRead["text"]) =>
  sitting_item_id ? (
    <Link to={`/seances/${sitting_id}/points/${sitting_item_id}`}>{item_title}</Link>
  ) : (
    <Link to={`/seances/${sitting_id}`}>{sitting_title}</Link>
  )

const stepsOf = ({ steps, text, over }: TextRead, t: Translate): Step[] => {
  const order = steps.indexOf(reached[text.state] ?? text.state)
  // What was reached is done: what comes next is where one is.
  const at = text.state === "dropped" ? -1 : order + 1
  return [...steps, "outcome" as const].map((one, index) => ({
    words: t.named(`texts.step.${one}`),
    state: index < at || (index === steps.length && over) ? "done" : index === at ? "now" : "later",
  }))
}

// States that are not steps of the line, as the last step they come after.
const reached: Partial<Record<TextRead["text"]["state"], TextRead["steps"][number]>> = {
  given: "draft",
  admissible: "lodged",
  inadmissible: "lodged",
  defended: "lodged",
  scheduled: "lodged",
  asked: "lodged",
  answered: "lodged",
  followed: "lodged",
  adopted: "lodged",
  amended: "lodged",
  rejected: "lodged",
  fallen: "lodged",
  referred: "lodged",
  withdrawn: "lodged",
}

const missingOf = ({ open, missing, text }: TextRead, t: Translate) => {
  if (!open) return {}
  const things: MissingThing[] = (missing["texts.validate"] ?? []).map(({ key, facts, at, only_warns }) => ({
    key,
    ...(facts ? { facts } : {}),
    ...(at ? { at } : {}),
    ...(only_warns ? { only_warns } : {}),
  }))
  return text.state === "read" && things.length === 0 ? {} : { missing: things, purpose: t("texts.purpose.validate") }
}

// The history under it says who did what; here stand the days that count and what was said of them.
const Taken = ({ of: { taken } }: { of: TextRead }) => {
  const t = useWords()
  const say = useFigures()
  const told = taken.filter(({ state, note }) => note || !["draft", "given", "read"].includes(state)).toReversed()
  if (told.length === 0) return null
  return (
    <Sheet title={t("texts.path")}>
      <Rows>
        {told.map(({ id, state, on_day, by_name, note }) => (
          <Row key={id} soft={[say.dayOnly(on_day), by_name].filter(Boolean).join(" · ")}>
            {t(`texts.state.${state}`)}
            {note && <span className="pre under">{note}</span>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
