import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Feed = ReadOf<"calendar.feeds">["feeds"][number]

/** The secret addresses that bring one's calendar to a phone: made, opened, copied, closed. */
export const FeedsPage = () => {
  const t = useWords()
  return (
    <Page
      title={t("calendar.feeds.title")}
      crumbs={[{ words: t("calendar.title"), to: "/agenda" }]}
      lead={t("calendar.feeds.lead")}
    >
      <Reading of={useRead("calendar.feeds", {})}>
        {({ feeds }) => (
          <Sheet title={t("calendar.feeds.yours")}>
            {feeds.length === 0 ? (
              <Empty title={t("calendar.feeds.none")}>{t("calendar.feeds.none.lead")}</Empty>
            ) : (
              <Rows>
                {feeds.map((feed) => (
                  <FeedRow key={feed.id} of={feed} />
                ))}
              </Rows>
            )}
          </Sheet>
        )}
      </Reading>
      <NewFeeds />
      <p>{t("calendar.feeds.secret")}</p>
      <Sheet title={t("calendar.feeds.how")}>
        <Rows>
          {places.map((place) => (
            <Row key={place}>{t(`calendar.feeds.how.${place}`)}</Row>
          ))}
        </Rows>
      </Sheet>
    </Page>
  )
}

const FeedRow = ({ of: feed }: { of: Feed }) => {
  const t = useWords()
  const say = useFigures()
  const copy = async () => {
    await navigator.clipboard.writeText(feed.address)
    tell({ words: t("calendar.feeds.copied") })
  }
  return (
    <Row
      soft={feed.used_at ? t("calendar.feeds.used", { at: say.ago(feed.used_at) }) : t("calendar.feeds.unused")}
      end={
        <Act
          command="calendar.revoke"
          input={{ feedId: feed.id }}
          confirm={{ title: t("calendar.feeds.revoke.title"), words: t("calendar.feeds.revoke.words") }}
          done={t("calendar.feeds.revoked")}
        >
          {t("calendar.feeds.revoke")}
        </Act>
      }
    >
      <span className="stack">
        <strong>{nameOf(feed, t)}</strong>
        <input className="input" readOnly value={feed.address} aria-label={nameOf(feed, t)} />
        <span className="bar">
          <button type="button" className="button" onClick={copy}>
            {t("calendar.feeds.copy")}
          </button>
          <a className="button" href={feed.address.replace(/^https?:/, "webcal:")}>
            {t("calendar.feeds.open")}
          </a>
        </span>
      </span>
    </Row>
  )
}

const NewFeeds = () => {
  const t = useWords()
  const bodies = useSession().bodies ?? []
  return (
    <Sheet title={t("calendar.feeds.new")} padded>
      <div className="bar">
        <Act command="calendar.subscribe" input={{ withTasks: false }} kind="main">
          {t("calendar.feeds.new.mine")}
        </Act>
        <Act command="calendar.subscribe" input={{ withTasks: true }} kind="plain">
          {t("calendar.feeds.new.mine_and_tasks")}
        </Act>
        {bodies.map(({ id, name }) => (
          <Act key={id} command="calendar.subscribeBody" input={{ bodyId: id }} kind="plain">
            {t("calendar.feeds.new.body", { body: name })}
          </Act>
        ))}
      </div>
      <p className="soft">{t("calendar.feeds.body.lead")}</p>
    </Sheet>
  )
}

const places = ["phone", "google", "outlook", "thunderbird"] as const

const nameOf = ({ body_name, with_tasks }: Feed, t: ReturnType<typeof useWords>) =>
  body_name
    ? t("calendar.feeds.body", { body: body_name })
    : t(with_tasks ? "calendar.feeds.mine_and_tasks" : "calendar.feeds.mine")
