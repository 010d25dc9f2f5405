import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { OnThisPhone } from "./on-this-phone.tsx"

type Books = ReadOf<"sittings.books">
type Book = Books["books"][number]

/** The book of a sitting: made for oneself or for others, each copy with what changed since it was given. */
export const BookPage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("sittings.books", { sittingId: useParam("sittingId") })}>
      {(data) => (
        <Page
          title={t("sittings.book")}
          crumbs={[
            { words: t("sittings.place"), to: "/seances" },
            { words: data.sitting.title, to: `/seances/${data.sitting.id}` },
            { words: t("sittings.book") },
          ]}
          lead={t("sittings.book.lead")}
        >
          <Copies of={data} />
          <Sheet title={t("sittings.book.make")} padded>
            <Form
              command="sittings.makeBook"
              draft={false}
              initial={{ whose: "me", format: "paper" }}
              input={(values) => said(values, data)}
              send={t("sittings.book.make")}
              onDone={() => tell({ words: t("sittings.book.asked") })}
            >
              <Fields of={data} />
            </Form>
          </Sheet>
          <OnThisPhone of={data.sitting} />
        </Page>
      )}
    </Reading>
  )
}

const said = (values: FormValues, { sitting, me }: Books) => {
  const readerId =
    values["whose"] === "group" ? null : values["whose"] === "other" ? (values["reader"]?.id ?? null) : me
  return {
    sittingId: sitting.id,
    readerId,
    format: values["format"],
    big: Boolean(values["big"]),
    onlyMine: Boolean(values["onlyMine"]) && readerId !== null,
    withPapers: Boolean(values["withPapers"]),
  }
}

const Fields = ({ of: { manages, sitting } }: { of: Books }) => {
  const t = useWords()
  const { whose } = useFormValues()
  return (
    <>
      {manages && (
        <ChoiceField
          name="whose"
          label={t("sittings.book.whose")}
          hint={t("sittings.book.whose.hint")}
          options={(["me", "group", "other"] as const).map((value) => ({
            value,
            words: t(`sittings.book.whose.${value}`),
          }))}
        />
      )}
      {whose === "other" && (
        <PickField name="reader" label={t("sittings.book.reader")} more={{ bodyId: sitting.body_id }} required />
      )}
      <ChoiceField
        name="format"
        label={t("sittings.book.format")}
        options={(["paper", "tablet"] as const).map((value) => ({ value, words: t(`sittings.book.format.${value}`) }))}
      />
      <CheckField name="big" label={t("sittings.book.big")} />
      {whose !== "group" && <CheckField name="onlyMine" label={t("sittings.book.only_mine")} />}
      <CheckField name="withPapers" label={t("sittings.book.with_papers")} hint={t("sittings.book.with_papers.hint")} />
    </>
  )
}

const Copies = ({ of: { books, manages, me } }: { of: Books }) => {
  const t = useWords()
  return (
    <Sheet title={t("sittings.book.copies")}>
      {books.length === 0 ? (
        <Empty title={t("sittings.book.copies.none")}>{t("sittings.book.copies.none.lead")}</Empty>
      ) : (
        <Rows>
          {books.map((book) => (
            <Copy key={book.id} of={book} mayUpdate={manages || book.reader_id === me} />
          ))}
        </Rows>
      )}
      {books.some(({ state }) => state === "asked") && (
        <p className="pad soft" aria-live="polite">
          <progress aria-label={t("sittings.book.state.asked")} /> {t("sittings.book.working")}
        </p>
      )}
    </Sheet>
  )
}

const Copy = ({ of: book, mayUpdate }: { of: Book; mayUpdate: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const title = titleOf(book, t)
  const soft = [
    t("sittings.book.made_at", { at: say.moment(book.asked_at) }),
    book.asked_by_name &&
      book.asked_by_name !== book.reader_name &&
      t("sittings.book.asked_by", { name: book.asked_by_name }),
    t(`sittings.book.${book.format}.short`),
    book.big && t("sittings.book.big.short"),
    book.only_mine && t("sittings.book.mine.short"),
    book.with_papers && t("sittings.book.papers.short"),
    book.pages !== null && t("sittings.pages", { count: book.pages }),
    book.left_out > 0 && t("sittings.book.left_out", { count: book.left_out }),
  ]
  return (
    <Row
      soft={soft.filter(Boolean).join(" · ")}
      end={
        book.state !== "made" ? (
          <Mark kind={book.state === "failed" ? "bad" : "wait"}>{t(`sittings.book.state.${book.state}`)}</Mark>
        ) : book.root_id ? undefined : book.stale ? (
          <Mark kind="wait">{t("sittings.book.stale", { items: book.stale.items })}</Mark>
        ) : (
          <Mark kind="good">{t("sittings.book.current")}</Mark>
        )
      }
      below={
        book.stale &&
        mayUpdate && (
          <Act
            command="sittings.updateBook"
            input={{ bookId: book.id }}
            kind="plain"
            onDone={() => tell({ words: t("sittings.book.update.asked") })}
          >
            {t("sittings.book.update")}
            <span className="unseen">, {title}</span>
          </Act>
        )
      }
    >
      {book.file_id ? (
        <a href={`/api/files/${book.file_id}?vue=1`} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </Row>
  )
}

const titleOf = ({ root_id, reader_name }: Book, t: ReturnType<typeof useWords>): string =>
  reader_name === null
    ? t(root_id ? "sittings.book.update.shared" : "sittings.book.shared")
    : t(root_id ? "sittings.book.update.of" : "sittings.book.of", { name: reader_name })
