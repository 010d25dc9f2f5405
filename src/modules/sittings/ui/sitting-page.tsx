import { About } from "../../../shell/about.tsx"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { useExports } from "../../../shell/exports.ts"
import { Reading } from "../../../shell/fault.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import type { MissingThing } from "../../../shell/missing.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import type { Step } from "../../../shell/steps.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { AgendaForm } from "./agenda-form.tsx"
import { Attendances, Speaking } from "./attendances.tsx"
import { ChainSheet } from "./chain.tsx"
import { Deadlines } from "./deadlines.tsx"
import { NoticesOf } from "./notices.tsx"
import { Receipts } from "./receipts.tsx"

type Sitting = ReadOf<"sittings.read">
type Item = Sitting["items"][number]

/** A sitting: the step it is at, what is missing, its order of business, and what arrived for it. */
export const SittingPage = () => {
  const t = useWords()
  const say = useFigures()
  return (
    <Reading of={useRead("sittings.read", { sittingId: useParam("sittingId") })}>
      {(data) => {
        const { sitting, assembly, items, receipts, may } = data
        return (
          <Page
            title={sitting.title}
            crumbs={[{ words: t("sittings.place"), to: "/seances" }, { words: sitting.title }]}
            lead={<Link to={`/seances/assemblees/${assembly.id}`}>{assembly.name}</Link>}
            steps={stepsOf(data, t)}
            missing={missing(data, t)}
            acts={
              <>
                {data.step === "follow" && (
                  <Link className="button main" to={`/seances/${sitting.id}/suivre`}>
                    {t("sittings.follow.open")}
                  </Link>
                )}
                {items.length > 0 && (
                  <>
                    <Link className="button" to={`/seances/${sitting.id}/livret`}>
                      {t("sittings.book.open")}
                    </Link>
                    <Link className="button" to={`/seances/${sitting.id}/direct`}>
                      {t(data.step === "follow" ? "sittings.live.record" : "sittings.live.open")}
                    </Link>
                  </>
                )}
                {may["sittings.change"] && (
                  <Link className="button quiet" to={`/seances/${sitting.id}/modifier`}>
                    {t("sittings.change")}
                  </Link>
                )}
                {items.length > 0 && <TakeAway of={data} />}
              </>
            }
            side={
              <Facts
                of={[
                  [t("sittings.field.starts"), say.dayAndHour(sitting.starts)],
                  sitting.place !== null && [t("sittings.field.place"), sitting.place],
                  sitting.convened_on !== null && [t("sittings.field.convened"), say.dayOnly(sitting.convened_on)],
                  items.length > 0 && [t("sittings.field.items"), say.number(items.length)],
                ]}
              />
            }
            history={<About kind="sitting" id={sitting.id} />}
          >
            {data.step === "sit" && <NoticesOf sittingId={sitting.id} />}
            <Sheet
              title={t("sittings.order")}
              aside={
                items.length > 0 &&
                (may["sittings.shareOut"] || may["sittings.sayWishes"]) && (
                  <Link to={`/seances/${sitting.id}/repartir`}>
                    {t(may["sittings.shareOut"] ? "sittings.share" : "sittings.wishes.say")}
                  </Link>
                )
              }
            >
              {items.length === 0 ? (
                <Empty title={t("sittings.order.empty")}>{t("sittings.order.empty.lead")}</Empty>
              ) : (
                <Rows numbered>
                  {items.map((item) => (
                    <ItemRow key={item.id} of={item} sittingId={sitting.id} />
                  ))}
                </Rows>
              )}
            </Sheet>
            {/* While nothing came, what is to be done is to bring it. */}
            {items.length === 0 && <Arriving of={data} />}
            <ChainSheet sittingId={sitting.id} />
            {data.step !== "follow" && <Besides of="sitting" id={sitting.id} />}
            {data.step !== "follow" && <Deadlines of={data} />}
            {data.step !== "receive" && (
              <>
                <Speaking of={data} />
                <Attendances of={data} />
              </>
            )}
            {data.removed.length > 0 && <Removed of={data} />}
            {items.length > 0 && <Arriving of={data} />}
            <Receipts of={receipts} sittingId={sitting.id} />
          </Page>
        )
      }}
    </Reading>
  )
}

/** Where what the institution sends is dropped: its order of business, its reports. */
const Arriving = ({ of: { sitting, items, step, may } }: { of: Sitting }) => {
  const t = useWords()
  return (
    <>
      {may["sittings.takeAgenda"] && step !== "follow" && (
        <Sheet title={t("sittings.agenda.title")} padded>
          <AgendaForm sittingId={sitting.id} bodyId={sitting.body_id} hasItems={items.length > 0} />
        </Sheet>
      )}
      {may["sittings.receive"] && (
        <Sheet title={t("sittings.receive.title")} padded>
          <Form
            command="sittings.receive"
            input={(values) => ({
              sittingId: sitting.id,
              fileIds: (values["files"] ?? []).map(({ fileId }: { fileId: string }) => fileId),
            })}
            send={t("sittings.receive")}
          >
            <FileField
              name="files"
              label={t("sittings.receive.files")}
              hint={t("sittings.receive.files.hint")}
              bodyId={sitting.body_id}
              many
              required
            />
          </Form>
        </Sheet>
      )}
    </>
  )
}

const TakeAway = ({ of: { sitting } }: { of: Sitting }) =>
  useExports("sittings", { bodyId: sitting.body_id, sittingId: sitting.id }).map(({ words, href }) => (
    <a key={href} className="button quiet" href={href} download>
      {words}
    </a>
  ))

const Removed = ({ of: { removed, may } }: { of: Sitting }) => {
  const t = useWords()
  return (
    <Sheet>
      <details className="pad">
        <summary>{t("sittings.removed", { count: removed.length })}</summary>
        <Rows>
          {removed.map(({ id, number, title }) => (
            <Row
              key={id}
              n={number ?? ""}
              end={
                may["sittings.takeAgenda"] && (
                  <Act command="sittings.restoreItem" input={{ itemId: id }}>
                    {t("sittings.removed.restore")}
                    <span className="unseen">, {title}</span>
                  </Act>
                )
              }
            >
              {title}
            </Row>
          ))}
        </Rows>
      </details>
    </Sheet>
  )
}

const ItemRow = ({ of: item, sittingId }: { of: Item; sittingId: string }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      n={item.number ?? ""}
      soft={[
        item.commission,
        item.amount_cents && say.money(Number(item.amount_cents) / 100),
        item.reader_name ? t("sittings.read_by", { name: item.reader_name }) : t("sittings.read_by.nobody"),
        item.minutes > 0 && t("sittings.minutes.given", { count: item.minutes }),
        item.sheet && t(`sittings.sheet.${item.sheet}`),
        item.pages > 0 && t("sittings.pages", { count: item.pages }),
        item.is_late && t("sittings.late"),
      ]
        .filter(Boolean)
        .join(" · ")}
      end={<Stands of={item} />}
    >
      <Link to={`/seances/${sittingId}/points/${item.id}`}>{item.title}</Link>
    </Row>
  )
}

const Stands = ({ of: { outcome, stance, proposed, states, since_sheet, since_position } }: { of: Item }) => {
  const t = useWords()
  if (outcome) return <Mark kind={outcome === "rejected" ? "bad" : "info"}>{t(`sittings.outcome.${outcome}`)}</Mark>
  const since = (since_sheet || since_position) && <Mark kind="wait">{t("sittings.since.item")}</Mark>
  if (stance)
    return (
      <>
        {since}
        <Mark kind={proposed ? "wait" : "good"}>
          {t(`sittings.stance.${stance}`)}
          {proposed && ` (${t("sittings.stance.proposed")})`}
        </Mark>
      </>
    )
  if (since) return since
  const unread = states.find((state) => state !== "read" && state !== "waiting")
  return unread ? <Mark kind="wait">{t(`sittings.line.${unread}`)}</Mark> : undefined
}

const order = ["receive", "share", "prepare", "sit", "follow"] as const

const stepsOf = ({ sitting, step }: Sitting, t: Translate): Step[] => {
  const now = order.indexOf(step)
  return order.map((one, index) => ({
    words: t(`sittings.step.${one}`),
    state: index < now ? "done" : index === now ? "now" : "later",
    ...(one === "follow" && (step === "follow" || step === "sit") && { to: `/seances/${sitting.id}/suivre` }),
  }))
}

const missing = ({ sitting, items, step }: Sitting, t: Translate): MissingThing[] => {
  if (step === "follow" || step === "sit") {
    const open = items.filter(({ outcome }) => !outcome).length
    return step === "follow" && open > 0
      ? [{ words: t("sittings.missing.outcome", { count: open }), to: `/seances/${sitting.id}/suivre` }]
      : []
  }
  if (items.length === 0) return [{ words: t("sittings.missing.papers") }]
  const unread = items.filter(({ reader_id }) => !reader_id).length
  const undecided = items.filter(({ stance }) => !stance)
  const changed = items.filter(({ since_position, proposed }) => since_position && !proposed)
  return [
    ...(changed.length > 0
      ? [
          {
            words: t("sittings.missing.changed", { count: changed.length }),
            link: changed[0]!.title,
            to: `/seances/${sitting.id}/points/${changed[0]!.id}`,
          },
        ]
      : []),
    ...(unread > 0
      ? [{ words: t("sittings.missing.reader", { count: unread }), to: `/seances/${sitting.id}/repartir` }]
      : []),
    ...(undecided.length > 0
      ? [
          {
            words: t("sittings.missing.stance", { count: undecided.length }),
            to: `/seances/${sitting.id}/points/${undecided[0]!.id}`,
          },
        ]
      : []),
  ]
}
