import { useId } from "react"
import { Act } from "../../../shell/act.tsx"
import { useCommand } from "../../../shell/api.ts"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { refusalWords } from "../../../shell/fault.tsx"
import { ChoiceField, NumberField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Swatch } from "./assembly-groups.tsx"
import { Hemicycle } from "./hemicycle.tsx"
import type { Live, LiveItem } from "./live-state.tsx"

type Votes = NonNullable<Live["votes"]>
type Member = Votes["members"][number]
const votes = ["for", "against", "abstain", "apart", "absent"] as const
type Vote = (typeof votes)[number]

/** How an item was voted: ours by name, the others by group, the half circle, and what came out. */
export const Votes = ({ of, item }: { of: Live; item: LiveItem }) => {
  const t = useWords()
  if (!of.votes) return null
  return (
    <>
      <Sheet
        title={[item.number && t("sittings.item.numbered", { number: item.number }), item.title]
          .filter(Boolean)
          .join(" · ")}
      >
        <Ours of={of} item={item} votes={of.votes} />
      </Sheet>
      <ByGroup of={of} item={item} votes={of.votes} />
      <Result of={of} item={item} votes={of.votes} />
    </>
  )
}

const Ours = ({ of, item, votes: { members } }: { of: Live; item: LiveItem; votes: Votes }) => {
  const t = useWords()
  const { stance } = item
  if (members.length === 0) return <p className="pad soft">{t("sittings.live.votes.nobody")}</p>
  const asPosition =
    stance === "for" || stance === "against" || stance === "abstain" || stance === "apart" ? stance : null
  return (
    <>
      {asPosition && of.may["sittings.noteVotes"] && (
        <div className="pad">
          <Act
            command="sittings.noteVotes"
            input={{
              itemId: item.id,
              // Whoever is away votes by the one who holds their proxy, or not at all.
              votes: members.map(({ id, is_away, holder }) => ({
                memberId: id,
                vote: is_away && !holder ? "absent" : asPosition,
                byProxy: is_away && holder !== null,
              })),
            }}
            kind="main"
            done={t("sittings.live.votes.noted")}
          >
            {t("sittings.live.votes.all")} ({t(`sittings.live.vote.${asPosition}`)})
          </Act>
        </div>
      )}
      <Rows>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            of={member}
            item={item}
            mayNote={of.may["sittings.noteVotes"] || member.person_id === of.me}
          />
        ))}
      </Rows>
    </>
  )
}

const MemberRow = ({ of: member, item, mayNote }: { of: Member; item: LiveItem; mayNote: boolean | undefined }) => {
  const t = useWords()
  const id = useId()
  const { send, error } = useCommand("sittings.noteVotes")
  const note = (vote: string) =>
    send({
      itemId: item.id,
      votes: [
        { memberId: member.id, vote: (vote || null) as Vote | null, byProxy: member.is_away && member.holder !== null },
      ],
    }).catch(() => {})
  return (
    <Row
      soft={[
        member.by_proxy ? t("sittings.live.proxy") : null,
        member.is_away && member.holder && t("sittings.live.proxy.to", { name: member.holder }),
        error && refusalWords(error, t),
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        mayNote ? (
          <>
            <label className="unseen" htmlFor={id}>
              {t("sittings.live.votes.of", { name: member.name })}
            </label>
            <select
              id={id}
              className="input live-vote"
              value={member.vote ?? ""}
              onChange={(event) => void note(event.target.value)}
            >
              <option value="">{t("sittings.live.vote.none")}</option>
              {votes.map((vote) => (
                <option key={vote} value={vote}>
                  {t(`sittings.live.vote.${vote}`)}
                </option>
              ))}
            </select>
          </>
        ) : (
          <Mark>{t(`sittings.live.vote.${member.vote ?? "none"}`)}</Mark>
        )
      }
    >
      {member.name} {member.differs && <Mark kind="wait">{t("sittings.live.differs")}</Mark>}
    </Row>
  )
}

const counted = ["for", "against", "abstain", "apart"] as const

const ByGroup = ({
  of: { groups, may },
  item,
  votes: { groups: said },
}: {
  of: Live
  item: LiveItem
  votes: Votes
}) => {
  const t = useWords()
  if (groups.length === 0) return null
  return (
    <>
      <Sheet title={t("sittings.live.hemicycle")} padded>
        <Hemicycle groups={groups} of={said} />
      </Sheet>
      <Sheet title={t("sittings.live.groups")}>
        <Rows>
          {groups.map((group) => {
            const vote = said.find(({ group_id }) => group_id === group.id)
            return (
              <ChangingRow
                key={group.id}
                name={group.name}
                change={t("sittings.live.group.note")}
                mayChange={Boolean(may["sittings.noteGroupVote"]) && !vote?.by_name}
                soft={[
                  t("sittings.live.group.seats", { count: group.seats }),
                  vote?.by_name && t("sittings.live.group.by_name"),
                  vote?.noted &&
                    counted
                      .filter((one) => vote[one] > 0)
                      .map((one) => `${vote[one]} ${t(`sittings.live.vote.${one}`)}`)
                      .join(", "),
                ]
                  .filter(Boolean)
                  .join(" · ")}
                fields={(close) => (
                  <Form
                    command="sittings.noteGroupVote"
                    draft={false}
                    initial={{
                      for: vote?.for ?? 0,
                      against: vote?.against ?? 0,
                      abstain: vote?.abstain ?? 0,
                      apart: vote?.apart ?? 0,
                    }}
                    input={(values) => ({
                      itemId: item.id,
                      groupId: group.id,
                      for: values["for"] ?? 0,
                      against: values["against"] ?? 0,
                      abstain: values["abstain"] ?? 0,
                      apart: values["apart"] ?? 0,
                    })}
                    send={t("sittings.save")}
                    kind="plain"
                    onDone={close}
                  >
                    {counted.map((one) => (
                      <NumberField
                        key={one}
                        name={one}
                        label={t(`sittings.live.count.${one}`, { group: group.short })}
                        required
                      />
                    ))}
                  </Form>
                )}
              >
                <Swatch of={group} /> {group.name}
              </ChangingRow>
            )
          })}
        </Rows>
      </Sheet>
    </>
  )
}

const outcomes = ["adopted", "amended", "rejected", "withdrawn", "postponed", "noted"] as const

const Result = ({ of: { may }, item, votes: { groups } }: { of: Live; item: LiveItem; votes: Votes }) => {
  const t = useWords()
  if (!may["sittings.noteOutcome"]) return null
  const sum = (one: (typeof counted)[number]) => groups.reduce((all, vote) => all + vote[one], 0)
  const known = groups.length > 0 && groups.every(({ noted }) => noted)
  return (
    <Sheet title={t("sittings.live.result")} padded>
      <Form
        command="sittings.noteOutcome"
        draft={false}
        initial={{
          outcome: item.outcome ?? "",
          for: item.votes_for ?? (known ? sum("for") : null),
          against: item.votes_against ?? (known ? sum("against") : null),
          abstentions: item.abstentions ?? (known ? sum("abstain") : null),
        }}
        input={(values) => ({
          itemId: item.id,
          outcome: values["outcome"] || null,
          votesFor: values["for"] ?? null,
          votesAgainst: values["against"] ?? null,
          abstentions: values["abstentions"] ?? null,
        })}
        send={t("sittings.live.result.note")}
        kind="plain"
        onDone={() => tell({ words: t("sittings.outcome.noted_done") })}
      >
        <ChoiceField
          name="outcome"
          label={t("sittings.outcome.what")}
          as="select"
          options={outcomes.map((value) => ({ value, words: t(`sittings.outcome.${value}`) }))}
        />
        <NumberField name="for" label={t("sittings.votes.for")} />
        <NumberField name="against" label={t("sittings.votes.against")} />
        <NumberField name="abstentions" label={t("sittings.votes.abstentions")} />
      </Form>
    </Sheet>
  )
}
