import type { ComponentProps } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { Page } from "../../../shell/page.tsx"
import { Mark } from "../../../shell/sheet.tsx"
import type { Step } from "../../../shell/steps.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import type { MissingThing } from "../../../shell/missing.tsx"
import type { Step as StepName } from "../meeting.ts"

/** What `meetings.read` says of the meeting itself. */
export type MeetingHead = ReadOf<"meetings.read">["meeting"]

/** The addresses of a meeting's pages. The bare one goes to the step where the meeting stands. */
export const meetingPath = (meetingId: string, page?: StepName | "change" | "move" | "cancel"): string =>
  page ? `/reunions/${meetingId}/${pathOf[page]}` : `/reunions/${meetingId}`

/**
 * A page of one meeting: its title, day and place, its steps with the shown one marked, and then what `Page` takes.
 * `shown` is the step the page is for; without it the page stands beside the chain (an item, a change).
 */
export const MeetingPage = ({
  of: meeting,
  shown,
  crumbs = [],
  title,
  ...page
}: {
  of: MeetingHead
  shown?: StepName
  title?: string
} & Omit<ComponentProps<typeof Page>, "title" | "lead" | "steps" | "marks">) => {
  const t = useWords()
  const all = [
    { words: t("meetings.list.title"), to: "/reunions" },
    ...(title ? [{ words: meeting.title, to: meetingPath(meeting.id) }] : []),
    ...crumbs,
  ]
  const lead = useLead(meeting)
  return (
    <Page
      {...page}
      title={title ?? meeting.title}
      crumbs={all}
      lead={lead}
      marks={<Marks of={meeting} />}
      steps={shown && !meeting.outside ? stepsOf(meeting, shown, t) : undefined}
    />
  )
}

/** What is missing, as the page shows it: the sentences and links of the server's keys. */
export const missingWords = (
  missing: readonly { key: string; facts?: Record<string, string | number>; at?: string }[],
  t: Translate,
): MissingThing[] =>
  missing.map(({ key, facts, at }) => ({
    words: t.named(key, facts),
    ...(at ? { link: t.named(`${key}.link`, facts), to: at } : {}),
  }))

const Marks = ({ of: { state, outside, confidential } }: { of: MeetingHead }) => {
  const t = useWords()
  return (
    <>
      {state === "cancelled" && <Mark kind="bad">{t("meetings.state.cancelled")}</Mark>}
      {state === "open" && <Mark kind="info">{t("meetings.state.open")}</Mark>}
      {outside && <Mark>{t("meetings.outside")}</Mark>}
      {confidential && <Mark>{t("meetings.item.confidential")}</Mark>}
    </>
  )
}

const useLead = (meeting: MeetingHead): string => {
  const t = useWords()
  const say = useFigures()
  return [
    say.dayAndHour(meeting.starts),
    meeting.place ?? (meeting.link ? t("meetings.head.link") : t("meetings.head.no_place")),
    t("meetings.head.lasting", { length: say.lasting(meeting.minutes) }),
    ...(meeting.host ? [t("meetings.outside.host", { host: meeting.host })] : []),
  ].join(" · ")
}

const stepsOf = (meeting: MeetingHead, shown: StepName, t: Translate): Step[] =>
  names.map((name, index) => ({
    words: t(`meetings.steps.${name}`),
    state: name === shown ? "now" : index < meeting.steps_done ? "done" : "later",
    ...(name === shown ? {} : { to: meetingPath(meeting.id, name) }),
  }))

const names = ["prepare", "convene", "hold", "write", "approve"] as const satisfies readonly StepName[]

const pathOf = {
  prepare: "preparer",
  convene: "convoquer",
  hold: "tenir",
  write: "rediger",
  approve: "approuver",
  change: "modifier",
  move: "deplacer",
  cancel: "annuler",
} as const
