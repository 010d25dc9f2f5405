import { Fragment, useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { ChoiceField, LongTextField, NumberField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Data = ReadOf<"sittings.readItem">

/** Our meeting that discusses the item: the one it is on the agenda of, or those that come to put it on. */
export const OurMeeting = ({ of: { item, brought, may } }: { of: Data }) => {
  const t = useWords()
  const say = useFigures()
  if (!brought && !may["sittings.bringToMeeting"]) return null
  return (
    <Sheet title={t("sittings.brought")} padded>
      {brought && (
        <p>
          {t("sittings.brought.on")}{" "}
          <Link to={`/reunions/${brought.meeting_id}`}>
            {brought.title}, {say.dayAndHour(brought.starts)}
          </Link>
        </p>
      )}
      {!brought && may["sittings.bringToMeeting"] && <Bring itemId={item.id} bodyId={item.body_id} />}
    </Sheet>
  )
}

const Bring = ({ itemId, bodyId }: { itemId: string; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("meetings.list", { bodyId, limit: 20 })
  const meetings = (data?.meetings ?? []).filter(
    ({ state, outside }) => !outside && state !== "closed" && state !== "cancelled",
  )
  if (!data) return null
  if (meetings.length === 0) return <p className="soft">{t("sittings.brought.no_meeting")}</p>
  return (
    <Form
      command="sittings.bringToMeeting"
      draft={false}
      initial={{ meetingId: meetings[0]!.id }}
      input={(values) => ({ itemId, meetingId: String(values["meetingId"]) })}
      send={t("sittings.brought.do")}
      kind="plain"
      onDone={() => tell({ words: t("sittings.brought.done") })}
    >
      <ChoiceField
        name="meetingId"
        label={t("sittings.brought.meeting")}
        as="select"
        required
        options={meetings.map(({ id, title, starts }) => ({ value: id, words: `${title}, ${say.dayAndHour(starts)}` }))}
      />
    </Form>
  )
}

const stances = ["for", "against", "abstain", "apart", "free"] as const

/** How each sensibility of a plural group votes, where it is not as all. */
export const Lines = ({ of: { item, lines, may } }: { of: Data }) => {
  const t = useWords()
  if (lines.length === 0) return null
  return (
    <Sheet title={t("sittings.lines")}>
      <Rows>
        {lines.map(({ affiliation_id, name, stance, note }) => (
          <ChangingRow
            key={affiliation_id}
            name={name}
            change={t("sittings.change")}
            mayChange={Boolean(may["sittings.noteLine"])}
            soft={note ?? undefined}
            fields={(close) => (
              <Form
                command="sittings.noteLine"
                draft={`sittings.noteLine.${item.id}.${affiliation_id}`}
                initial={{ stance: stance ?? "", note: note ?? "" }}
                input={(values) => ({
                  itemId: item.id,
                  affiliationId: affiliation_id,
                  stance: values["stance"] || null,
                  note: values["note"] || null,
                })}
                send={t("sittings.save")}
                kind="plain"
                onDone={close}
              >
                <ChoiceField
                  name="stance"
                  label={t("sittings.lines.vote", { name })}
                  as="select"
                  options={[
                    { value: "", words: t("sittings.lines.as_all") },
                    ...stances.map((value) => ({ value, words: t(`sittings.stance.${value}`) })),
                  ]}
                />
                <LongTextField name="note" label={t("sittings.position.note")} rows={2} />
              </Form>
            )}
          >
            {name} · {stance ? t(`sittings.stance.${stance}`) : t("sittings.lines.as_all")}
          </ChangingRow>
        ))}
      </Rows>
    </Sheet>
  )
}

/** Who speaks, in order, within what the group may speak in the sitting. */
export const Speakers = ({ of: { item, speakers, speaking, may } }: { of: Data }) => {
  const t = useWords()
  const [count, setCount] = useState(speakers.length + 1)
  if (speakers.length === 0 && !may["sittings.shareSpeech"]) return null
  return (
    <Sheet title={t("sittings.speakers")} padded>
      <Budget of={speaking} />
      {may["sittings.shareSpeech"] ? (
        <Form
          command="sittings.shareSpeech"
          initial={Object.fromEntries(
            speakers.flatMap(({ person_id, name, minutes }, at) => [
              [`person ${at}`, { picked: true, id: person_id, words: name }],
              [`minutes ${at}`, minutes],
            ]),
          )}
          input={(values) => ({
            itemId: item.id,
            speakers: Array.from({ length: count }, (_, at) => at).flatMap((at) =>
              values[`person ${at}`]
                ? [{ personId: values[`person ${at}`].id, minutes: values[`minutes ${at}`] ?? 3 }]
                : [],
            ),
          })}
          send={t("sittings.speakers.save")}
          kind="plain"
          onDone={() => tell({ words: t("sittings.speakers.saved") })}
          beside={
            <button type="button" className="button quiet" onClick={() => setCount(count + 1)}>
              {t("sittings.speakers.more")}
            </button>
          }
        >
          {Array.from({ length: count }, (_, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a speaker is its place
            <Fragment key={at}>
              <PickField name={`person ${at}`} label={t("sittings.speakers.nth", { n: at + 1 })} />
              <NumberField
                name={`minutes ${at}`}
                label={t("sittings.speakers.minutes", { n: at + 1 })}
                unit={t("sittings.unit.minutes")}
                min={1}
                max={600}
              />
            </Fragment>
          ))}
        </Form>
      ) : (
        <Rows numbered>
          {speakers.map(({ person_id, name, minutes }, at) => (
            <Row key={person_id} n={String(at + 1)} end={t("sittings.minutes", { count: minutes })}>
              {name}
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

/** What the group may speak, what is given, and what is too much. */
export const Budget = ({ of: { minutes, given, over, article } }: { of: Data["speaking"] }) => {
  const t = useWords()
  return (
    <p>
      {minutes === null
        ? t("sittings.speaking.unknown", { given })
        : t("sittings.speaking", { given, minutes, left: Math.max(0, minutes - given) })}{" "}
      {over > 0 && <Mark kind="bad">{t("sittings.speaking.over", { count: over })}</Mark>}{" "}
      {article && <span className="soft">{article}</span>}
    </p>
  )
}
