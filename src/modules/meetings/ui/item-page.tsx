import { useRead } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { ItemLine, MeetingRead, Proposal } from "./agenda-list.tsx"
import { ItemFields } from "./item-fields.tsx"
import { ItemNeighbours } from "./item-neighbours.tsx"
import { ItemOutcome } from "./item-outcome.tsx"
import { ItemText } from "./item-text.tsx"
import { blankItem, fieldsOf, textsOf, valuesOf } from "./item-values.ts"
import { KeepBase, Meanwhile } from "./meanwhile.tsx"
import { MeetingPage, meetingPath } from "./meeting-head.tsx"

/** One item: read, or written by those who may. */
export const ItemPage = () => {
  const itemId = useParam("itemId")
  return (
    <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>
      {(of) => {
        const item = [...of.items, ...of.proposals].find(({ id }) => id === itemId)
        return item ? <OneItem key={item.id} of={of} item={item} /> : <NotFound />
      }}
    </Reading>
  )
}

const OneItem = ({ of, item }: { of: MeetingRead; item: ItemLine | Proposal }) => {
  const t = useWords()
  const isDone = of.meeting.state === "closed" || of.meeting.state === "cancelled"
  const isHeld = (of.meeting.state === "open" || of.meeting.state === "closed") && item.state === "accepted"
  const mayChange = item.may["agenda.change"] && !item.hidden && !isDone
  return (
    <MeetingPage of={of.meeting} title={item.title ?? t("meetings.item.hidden")}>
      {mayChange ? <ChangeItem of={of} item={item} /> : <ItemText of={item} />}
      {isHeld && <WhatCame meetingId={of.meeting.id} itemId={item.id} />}
      <ItemNeighbours of={of} itemId={item.id} />
    </MeetingPage>
  )
}

const WhatCame = ({ meetingId, itemId }: { meetingId: string; itemId: string }) => (
  <Reading of={useRead("attendance.read", { meetingId })}>
    {(held) => {
      const item = held.items.find(({ id }) => id === itemId)
      return item ? <ItemOutcome of={held} item={item} /> : null
    }}
  </Reading>
)

const ChangeItem = ({ of: { meeting, may }, item }: { of: MeetingRead; item: ItemLine | Proposal }) => {
  const t = useWords()
  const go = useGo()
  const only = may["agenda.order"] ? undefined : "texts"
  const write = only ? textsOf : fieldsOf
  const back = () => go(meetingPath(meeting.id, "prepare"))
  const isOnAgenda = item.state === "accepted" && !only
  return (
    <Form
      command="agenda.change"
      draft={`agenda.change.${item.id}`}
      initial={valuesOf(item)}
      input={(values) => ({ itemId: item.id, ...write(values), base: write(values["base"] ?? valuesOf(item)) })}
      send={t("meetings.item.save")}
      onDone={({ merged }) => {
        tell({ words: t(merged.length > 0 ? "meetings.item.merged" : "meetings.item.saved") })
        if (merged.length === 0) back()
      }}
      beside={
        isOnAgenda && (
          <Act
            command="agenda.remove"
            input={{ itemId: item.id }}
            may={may}
            done={t("meetings.item.removed")}
            undo={() => ({
              command: "agenda.putBack",
              input: { itemId: item.id, ...(item.position ? { position: item.position } : {}) },
            })}
            onDone={back}
          >
            {t("meetings.item.remove")}
          </Act>
        )
      }
    >
      <KeepBase of={item} />
      <Meanwhile of={item} />
      <ItemFields bodyId={meeting.body_id} {...(only ? { only } : {})} />
    </Form>
  )
}

/** A new item, by whoever prepares the meeting. */
export const NewItemPage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>
      {({ meeting, may }) => (
        <MeetingPage of={meeting} title={t("meetings.prepare.add")}>
          {may["agenda.add"] && (
            <Form
              command="agenda.add"
              draft={`agenda.add.${meeting.id}`}
              initial={blankItem}
              input={(values) => ({ meetingId: meeting.id, ...fieldsOf(values) })}
              send={t("meetings.item.add")}
              onDone={() => go(meetingPath(meeting.id, "prepare"))}
            >
              <ItemFields bodyId={meeting.body_id} />
            </Form>
          )}
        </MeetingPage>
      )}
    </Reading>
  )
}

/** A member proposes an item. */
export const ProposePage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>
      {({ meeting, may }) => (
        <MeetingPage of={meeting} title={t("meetings.prepare.propose")}>
          {may["agenda.propose"] ? (
            <Form
              command="agenda.propose"
              draft={`agenda.propose.${meeting.id}`}
              initial={blankItem}
              input={(values) => {
                const { presenterId: _, ...fields } = fieldsOf(values)
                return { meetingId: meeting.id, ...fields }
              }}
              send={t("meetings.propose.send")}
              onDone={() => {
                tell({ words: t("meetings.propose.done") })
                go(meetingPath(meeting.id, "prepare"))
              }}
            >
              <ItemFields bodyId={meeting.body_id} only="proposal" />
            </Form>
          ) : (
            <p>{t("meetings.propose.over")}</p>
          )}
        </MeetingPage>
      )}
    </Reading>
  )
}
