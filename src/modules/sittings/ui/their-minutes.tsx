import { type ReadOf, useRead } from "../../../shell/api.ts"
import { ChoiceField, DateField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Theirs = ReadOf<"sittings.theirMinutes">
type Item = Theirs["items"][number]

const outcomes = ["adopted", "amended", "rejected", "withdrawn", "fallen", "referred", "postponed", "noted"] as const

/** The minutes the assembly drew up, beside ours: what differs, the remark to make at the next sitting, and their approval. */
export const TheirMinutes = ({ sittingId, bodyId, title }: { sittingId: string; bodyId: string; title: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("sittings.theirMinutes", { sittingId })
  if (!data || (!data.minutes && !data.may["sittings.compareMinutes"])) return null
  const { minutes, said, remark, may } = data
  return (
    <Sheet
      title={t("sittings.minutes.title")}
      aside={
        minutes && (
          <Mark kind={minutes.approved_on ? "good" : said.length > 0 ? "wait" : "info"}>
            {minutes.approved_on
              ? t("sittings.minutes.approved.on", { day: say.dayOfYear(minutes.approved_on) })
              : t("sittings.minutes.differences", { count: said.length })}
          </Mark>
        )
      }
      padded
    >
      {minutes && (
        <p className="soft">
          {t("sittings.minutes.received.on", { day: say.dayOfYear(minutes.received_on) })}
          {minutes.file_id && (
            <>
              {" · "}
              <a href={`/api/files/${minutes.file_id}?vue=1`} target="_blank" rel="noreferrer">
                {t("sittings.minutes.open")}
              </a>
            </>
          )}
        </p>
      )}
      {said.length > 0 && (
        <Rows>
          {said.map((one) => (
            <Row key={one}>{one}</Row>
          ))}
        </Rows>
      )}
      {remark && !minutes?.approved_on && (
        <p>
          <Link
            to={`/textes/nouveau?${new URLSearchParams({ genre: "speech", titre: t("sittings.minutes.remark.of", { title }) })}`}
          >
            {t("sittings.minutes.remark.write")}
          </Link>
        </p>
      )}
      {minutes?.remark && <p className="prose pre">{minutes.remark}</p>}
      {minutes && !minutes.approved_on && may["sittings.approveMinutes"] && (
        <details>
          <summary>{t("sittings.minutes.approve.summary")}</summary>
          <Form
            command="sittings.approveMinutes"
            draft={`sittings.approveMinutes.${sittingId}`}
            initial={{ on: today(), remark: remark ?? "" }}
            input={(values) => ({ sittingId, on: String(values["on"] ?? ""), remark: values["remark"] || null })}
            send={t("sittings.minutes.approve")}
            kind="plain"
            onDone={() => tell({ words: t("sittings.minutes.approved") })}
          >
            <DateField name="on" label={t("sittings.minutes.approve.on")} required />
            <LongTextField
              name="remark"
              label={t("sittings.minutes.remark")}
              hint={t("sittings.minutes.remark.hint")}
            />
          </Form>
        </details>
      )}
      {may["sittings.compareMinutes"] && !minutes?.approved_on && (
        <details>
          <summary>{t(minutes ? "sittings.minutes.again" : "sittings.minutes.compare.summary")}</summary>
          <Compare of={data} sittingId={sittingId} bodyId={bodyId} />
        </details>
      )}
    </Sheet>
  )
}

const Compare = ({
  of: { items, lines, minutes },
  sittingId,
  bodyId,
}: {
  of: Theirs
  sittingId: string
  bodyId: string
}) => {
  const t = useWords()
  return (
    <Form
      command="sittings.compareMinutes"
      draft={`sittings.compareMinutes.${sittingId}`}
      initial={{
        receivedOn: minutes?.received_on ?? today(),
        ...Object.fromEntries(items.flatMap((item) => initialOf(item, minutes ? lines : null))),
        others: lines
          .filter(({ item_id }) => item_id === null)
          .map(({ title }) => title)
          .join("\n"),
      }}
      input={(values) => ({
        sittingId,
        receivedOn: values["receivedOn"] || null,
        fileId: values["file"]?.fileId ?? null,
        lines: [
          ...items.flatMap((item) => lineOf(item, values)),
          ...String(values["others"] ?? "")
            .split("\n")
            .map((one) => one.trim())
            .filter(Boolean)
            .map((title) => ({ title })),
        ],
      })}
      send={t("sittings.minutes.compare")}
      kind="plain"
      onDone={() => tell({ words: t("sittings.minutes.compared") })}
    >
      <p className="soft">{t("sittings.minutes.compare.lead")}</p>
      <DateField name="receivedOn" label={t("sittings.minutes.received")} />
      <FileField name="file" label={t("sittings.minutes.file")} bodyId={bodyId} />
      {items.map((item) => (
        <TheirLine key={item.id} of={item} />
      ))}
      <LongTextField
        name="others"
        label={t("sittings.minutes.others")}
        hint={t("sittings.minutes.others.hint")}
        rows={2}
      />
    </Form>
  )
}

const TheirLine = ({ of: { id, number, title } }: { of: Item }) => {
  const t = useWords()
  return (
    <fieldset className="field">
      <legend>{[number, title].filter(Boolean).join(" · ")}</legend>
      <ChoiceField
        name={`${id} outcome`}
        label={t("sittings.minutes.line.outcome")}
        as="select"
        options={[
          { value: "absent", words: t("sittings.minutes.line.absent") },
          ...outcomes.map((value) => ({ value, words: t(`sittings.outcome.${value}`) })),
        ]}
      />
      <span className="with-unit">
        <NumberField name={`${id} for`} label={t("sittings.votes.for")} min={0} />
        <NumberField name={`${id} against`} label={t("sittings.votes.against")} min={0} />
        <NumberField name={`${id} abstentions`} label={t("sittings.votes.abstentions")} min={0} />
      </span>
      <TextField name={`${id} names against`} label={t("sittings.minutes.line.against")} />
      <TextField name={`${id} names abstaining`} label={t("sittings.minutes.line.abstaining")} />
    </fieldset>
  )
}

/** As their minutes were last written down; the first time, as we noted it: only what differs has to be typed. */
const initialOf = (item: Item, lines: Theirs["lines"] | null): [string, unknown][] => {
  const line = lines?.find(({ item_id }) => item_id === item.id)
  if (lines && !line) return [[`${item.id} outcome`, "absent"]]
  const from = line ?? item
  return [
    [`${item.id} outcome`, from.outcome ?? ""],
    [`${item.id} for`, from.votes_for ?? ""],
    [`${item.id} against`, from.votes_against ?? ""],
    [`${item.id} abstentions`, from.abstentions ?? ""],
    [`${item.id} names against`, line?.against ?? ""],
    [`${item.id} names abstaining`, line?.abstaining ?? ""],
  ]
}

const lineOf = ({ id, title }: Item, values: FormValues) => {
  const outcome = values[`${id} outcome`]
  if (outcome === "absent") return []
  return {
    itemId: id,
    title,
    outcome: outcome || null,
    votesFor: figure(values[`${id} for`]),
    votesAgainst: figure(values[`${id} against`]),
    abstentions: figure(values[`${id} abstentions`]),
    against: values[`${id} names against`] || null,
    abstaining: values[`${id} names abstaining`] || null,
  }
}

const figure = (value: unknown) => (typeof value === "number" ? value : null)
