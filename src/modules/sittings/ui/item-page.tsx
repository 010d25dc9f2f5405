import { useMemo } from "react"
import { About } from "../../../shell/about.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"
import { Changes } from "./changes.tsx"
import { NoticesOf } from "./notices.tsx"
import { Lines, OurMeeting, Speakers } from "./item-prepare.tsx"
import { ReadingSheet, Programme, Related } from "./item-sheet.tsx"

type Data = ReadOf<"sittings.readItem">

/** One item: its papers, who reads it, how we vote, and what the assembly made of it. */
export const ItemPage = () => {
  const t = useWords()
  const say = useFigures()
  return (
    <Reading of={useRead("sittings.readItem", { itemId: useParam("itemId") })}>
      {(data) => {
        const { item, papers } = data
        return (
          <Page
            title={item.title}
            crumbs={[
              { words: t("sittings.place"), to: "/seances" },
              { words: item.sitting_title, to: `/seances/${item.sitting_id}` },
              { words: item.number ? t("sittings.item.numbered", { number: item.number }) : item.title },
            ]}
            lead={<Lead of={item} />}
            marks={
              <>
                {item.stance && (
                  <Mark kind={item.stance_decided_at ? "good" : "wait"}>
                    {t(`sittings.stance.${item.stance}`)}
                    {!item.stance_decided_at && ` (${t("sittings.stance.proposed")})`}
                  </Mark>
                )}
                {item.outcome && <Mark kind="info">{t(`sittings.outcome.${item.outcome}`)}</Mark>}
              </>
            }
            side={
              <Facts
                of={[
                  [t("sittings.field.starts"), say.dayAndHour(item.starts)],
                  item.rapporteur !== null && [t("sittings.field.rapporteur"), item.rapporteur],
                  [t("sittings.field.reader"), item.reader_name ?? t("sittings.read_by.nobody")],
                ]}
              />
            }
            history={<About kind="item" id={item.id} />}
          >
            {item.starts.slice(0, 10) === today() && <NoticesOf sittingId={item.sitting_id} />}
            <Sheet title={t("sittings.papers")}>
              {papers.length === 0 ? (
                <Empty title={t("sittings.papers.none")} />
              ) : (
                <Rows>
                  {papers.map(({ file_id, name, bytes, pages, state, version_of }) => (
                    <Row
                      key={file_id}
                      below={version_of && <Changes itemId={item.id} beforeId={version_of} afterId={file_id} />}
                      soft={
                        <>
                          {[pages && t("sittings.pages", { count: pages }), say.bytes(Number(bytes))]
                            .filter(Boolean)
                            .join(" · ")}
                        </>
                      }
                      end={
                        <>
                          {state !== "read" && <Mark kind="wait">{t(`sittings.line.${state}`)}</Mark>}
                          {pages !== null && (
                            <Link className="button" to={`/pieces/${file_id}`}>
                              {t("annotations.open")}
                            </Link>
                          )}
                        </>
                      }
                    >
                      <a href={`/api/files/${file_id}?vue=1`} target="_blank" rel="noreferrer">
                        {name}
                      </a>
                    </Row>
                  ))}
                </Rows>
              )}
            </Sheet>
            <Besides of="sittingItem" id={item.id} />
            <ReadingSheet of={data} />
            <Related of={data} />
            <Programme of={data} />
            <Stance of={data} />
            <OurMeeting of={data} />
            <Lines of={data} />
            <Speakers of={data} />
            <Reader of={data} />
            <Matter of={data} />
            <Outcome of={data} />
          </Page>
        )
      }}
    </Reading>
  )
}

const Lead = ({ of: item }: { of: Data["item"] }) => {
  const t = useWords()
  const say = useFigures()
  const said = [
    item.commission,
    item.amount_cents && say.money(Number(item.amount_cents) / 100),
    item.reader_name && t("sittings.read_by", { name: item.reader_name }),
  ].filter(Boolean)
  return (
    <>
      {said.join(" · ")}
      {item.matter_id && item.matter_title && (
        <>
          {said.length > 0 && " · "}
          <Link to={`/dossiers/${item.matter_id}`}>{item.matter_title}</Link>
        </>
      )}
    </>
  )
}

const stances = ["for", "against", "abstain", "apart", "free"] as const

const Stance = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  return (
    <Sheet title={t("sittings.position")} padded>
      {item.stance && !item.stance_decided_at && (
        <p className="soft">{t("sittings.position.proposed_by", { name: item.stance_by_name ?? "" })}</p>
      )}
      {may["sittings.takePosition"] ? (
        <Form
          command="sittings.takePosition"
          initial={{ stance: item.stance ?? "", condition: item.stance_condition ?? "", note: item.stance_note ?? "" }}
          input={(values) => ({
            itemId: item.id,
            stance: values["stance"] || null,
            condition: values["condition"] || null,
            note: values["note"] || null,
          })}
          send={t("sittings.position.take")}
          onDone={() => tell({ words: t("sittings.position.taken") })}
        >
          <ChoiceField
            name="stance"
            label={t("sittings.position.how")}
            options={[
              { value: "", words: t("sittings.stance.none") },
              ...stances.map((value) => ({ value, words: t(`sittings.stance.${value}`) })),
            ]}
          />
          <TextField
            name="condition"
            label={t("sittings.position.condition")}
            hint={t("sittings.position.condition.hint")}
          />
          <LongTextField name="note" label={t("sittings.position.note")} />
        </Form>
      ) : (
        <>
          <p>
            {item.stance ? t(`sittings.stance.${item.stance}`) : t("sittings.stance.none")}
            {item.stance_condition && `, ${item.stance_condition}`}
          </p>
          {item.stance_note && <p className="prose pre">{item.stance_note}</p>}
        </>
      )}
    </Sheet>
  )
}

const Reader = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId: item.body_id }), [item.body_id])
  if (!may["sittings.assign"]) return null
  return (
    <Sheet title={t("sittings.reader.title")} padded>
      <Form
        command="sittings.assign"
        initial={{
          reader: item.reader_id ? { picked: true, id: item.reader_id, words: item.reader_name } : null,
        }}
        input={(values) => ({ itemId: item.id, readerId: values["reader"]?.id ?? null })}
        send={t("sittings.reader.assign")}
        onDone={() => tell({ words: t("sittings.reader.assigned") })}
      >
        <PickField name="reader" label={t("sittings.field.reader")} more={more} />
      </Form>
    </Sheet>
  )
}

const Matter = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  if (!may["sittings.attach"]) return null
  return (
    <Sheet title={t("sittings.matter")} padded>
      <Form
        command="sittings.attach"
        initial={{
          matter:
            item.matter_id && item.matter_title ? { picked: true, id: item.matter_id, words: item.matter_title } : null,
        }}
        input={(values) => ({ itemId: item.id, matterId: values["matter"]?.id ?? null })}
        send={t("sittings.matter.attach")}
        onDone={() => tell({ words: t("sittings.matter.attached") })}
      >
        <MatterField name="matter" label={t("sittings.matter")} bodyId={item.body_id} about={item.title} />
      </Form>
    </Sheet>
  )
}

const outcomes = ["adopted", "amended", "rejected", "withdrawn", "postponed", "noted"] as const

const Outcome = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  if (!may["sittings.noteOutcome"]) return null
  return (
    <Sheet title={t("sittings.outcome.title")} padded>
      <Form
        command="sittings.noteOutcome"
        initial={{
          outcome: item.outcome ?? "",
          for: item.votes_for,
          against: item.votes_against,
          abstentions: item.abstentions,
        }}
        input={(values) => ({
          itemId: item.id,
          outcome: values["outcome"] || null,
          votesFor: values["for"] ?? null,
          votesAgainst: values["against"] ?? null,
          abstentions: values["abstentions"] ?? null,
        })}
        send={t("sittings.outcome.note")}
        onDone={() => tell({ words: t("sittings.outcome.noted_done") })}
      >
        <ChoiceField
          name="outcome"
          label={t("sittings.outcome.what")}
          options={[
            { value: "", words: t("sittings.outcome.none") },
            ...outcomes.map((value) => ({ value, words: t(`sittings.outcome.${value}`) })),
          ]}
        />
        <NumberField name="for" label={t("sittings.votes.for")} />
        <NumberField name="against" label={t("sittings.votes.against")} />
        <NumberField name="abstentions" label={t("sittings.votes.abstentions")} />
      </Form>
    </Sheet>
  )
}
