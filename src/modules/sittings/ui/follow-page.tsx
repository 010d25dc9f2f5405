import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Outcomes } from "./outcomes.tsx"
import { TheirMinutes } from "./their-minutes.tsx"

type Follow = ReadOf<"sittings.follow">

/** After the sitting, on one page: what became of everything, what was promised, and what to tell. */
export const FollowPage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("sittings.follow", { sittingId: useParam("sittingId") })}>
      {(data) => (
        <Page
          title={t("sittings.follow.title")}
          lead={data.sitting.title}
          crumbs={[
            { words: t("sittings.place"), to: "/seances" },
            { words: data.sitting.title, to: `/seances/${data.sitting.id}` },
            { words: t("sittings.step.follow") },
          ]}
        >
          <Sheet title={t("sittings.outcome.title")} padded>
            {data.items.length === 0 ? (
              <Empty title={t("sittings.order.empty")} />
            ) : data.may["sittings.noteOutcomes"] ? (
              <Outcomes of={data} />
            ) : (
              <Known of={data} />
            )}
          </Sheet>
          <Apart of={data} />
          <Besides of="followedSitting" id={data.sitting.id} />
          <Promises of={data} />
          <Telling of={data} />
          {data.isPast && (
            <TheirMinutes sittingId={data.sitting.id} bodyId={data.sitting.body_id} title={data.sitting.title} />
          )}
        </Page>
      )}
    </Reading>
  )
}

const Known = ({ of: { items } }: { of: Follow }) => {
  const t = useWords()
  return (
    <Rows>
      {items.map(({ id, number, title, outcome }) => (
        <Row key={id} end={outcome && <Mark kind="info">{t(`sittings.outcome.${outcome}`)}</Mark>}>
          {[number, title].filter(Boolean).join(" · ")}
        </Row>
      ))}
    </Rows>
  )
}

/** Ours voted otherwise than was decided: the reason is asked once, and stands there from then on. */
const Apart = ({ of: { items, may } }: { of: Follow }) => {
  const t = useWords()
  const apart = items.filter((item) => item.apart || item.byName.length > 0)
  if (apart.length === 0) return null
  return (
    <Sheet title={t("sittings.apart.title")}>
      <Rows>
        {apart.map((item) => (
          <Row
            key={item.id}
            soft={
              <>
                {item.apart
                  ? (item.voted_reason ??
                    t("sittings.apart.how", {
                      stance: t(`sittings.stance.${item.stance!}`),
                      voted: t(`sittings.voted.${item.voted!}`),
                    }))
                  : t("sittings.follow.decided", { stance: t(`sittings.stance.${item.stance!}`) })}
                {item.byName.map(({ name, vote }) => (
                  <span key={name} className="under">
                    {t("sittings.apart.by_name", { name, vote: t(`sittings.live.vote.${vote}`) })}
                  </span>
                ))}
              </>
            }
            below={
              item.apart &&
              !item.voted_reason &&
              may["sittings.explainApart"] && (
                <Form
                  command="sittings.explainApart"
                  draft={`sittings.explainApart.${item.id}`}
                  input={(values) => ({ itemId: item.id, reason: values["reason"] ?? "" })}
                  send={t("sittings.apart.explain")}
                  kind="plain"
                >
                  <LongTextField
                    name="reason"
                    label={t("sittings.apart.why", { title: item.title })}
                    rows={2}
                    required
                  />
                </Form>
              )
            }
          >
            {[item.number, item.title].filter(Boolean).join(" · ")}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Promises = ({ of: { sitting, items, promises, may } }: { of: Follow }) => {
  const t = useWords()
  const say = useFigures()
  const more = useMemo(() => ({ bodyId: sitting.body_id }), [sitting.body_id])
  if (promises.length === 0 && !may["sittings.notePromise"]) return null
  return (
    <Sheet title={t("sittings.promises")}>
      {promises.length === 0 ? (
        <p className="pad soft">{t("sittings.promises.none")}</p>
      ) : (
        <Rows>
          {promises.map(({ id, who, what, until, task_id, task }) => (
            <Row
              key={id}
              soft={[
                until && t("sittings.promise.until", { day: say.dayOfYear(until) }),
                task?.owner_name && t("sittings.promise.asked_by", { name: task.owner_name }),
              ]
                .filter(Boolean)
                .join(" · ")}
              end={
                task && (
                  <Mark kind={task.state === "done" ? "good" : task.state === "open" ? "wait" : "bad"}>
                    {t(`sittings.promise.${task.state}`)}
                  </Mark>
                )
              }
            >
              {task ? (
                <Link to={`/taches/${task_id}`}>{t("sittings.promise.of", { who, what })}</Link>
              ) : (
                t("sittings.promise.of", { who, what })
              )}
            </Row>
          ))}
        </Rows>
      )}
      {may["sittings.notePromise"] && (
        <div className="pad">
          <Form
            command="sittings.notePromise"
            input={(values) => ({
              sittingId: sitting.id,
              itemId: values["item"] || null,
              who: values["who"] ?? "",
              what: values["what"] ?? "",
              until: values["until"] || null,
              ownerId: values["owner"]?.id ?? null,
            })}
            send={t("sittings.promise.note")}
            kind="plain"
            onDone={() => tell({ words: t("sittings.promise.noted") })}
          >
            <TextField name="who" label={t("sittings.promise.who")} hint={t("sittings.promise.who.hint")} required />
            <TextField name="what" label={t("sittings.promise.what")} hint={t("sittings.promise.what.hint")} required />
            <DateField name="until" label={t("sittings.promise.until.field")} />
            <ChoiceField
              name="item"
              label={t("sittings.promise.item")}
              as="select"
              options={items.map(({ id, number, title }) => ({
                value: id,
                words: [number, title].filter(Boolean).join(" · "),
              }))}
            />
            <PickField name="owner" label={t("sittings.promise.owner")} more={more} />
          </Form>
        </div>
      )}
    </Sheet>
  )
}

/** What is worth telling, each with its release to begin. */
const Telling = ({ of: { telling, promises } }: { of: Follow }) => {
  const t = useWords()
  if (telling.length + promises.length === 0) return null
  return (
    <Sheet title={t("sittings.telling")}>
      <Rows>
        {telling.map(({ id, title, why }) => (
          <Row key={id} soft={t(`sittings.telling.${why}`)} end={<Release itemId={id} title={title} />}>
            {title}
          </Row>
        ))}
        {promises.map(({ id, item_id, who, what }) => (
          <Row
            key={id}
            soft={t("sittings.telling.promise")}
            end={<Release itemId={item_id} title={t("sittings.promise.of", { who, what })} />}
          >
            {t("sittings.promise.of", { who, what })}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Release = ({ itemId, title }: { itemId: string | null; title: string }) => {
  const t = useWords()
  const about = new URLSearchParams({ genre: "release", titre: title, ...(itemId && { point: itemId }) })
  return (
    <Link to={`/textes/nouveau?${about}`}>
      {t("sittings.telling.release")}
      <span className="unseen">, {title}</span>
    </Link>
  )
}
