import { countedBy } from "../../../kernel/counting/counted-by.ts"
import { ranksInWords } from "../../../kernel/counting/ranks-in-words.ts"
import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { writtenShares } from "./count/read-shares.ts"
import { Trace } from "./count/trace.tsx"
import { MeetingRoom } from "./meeting-room.tsx"
import { ReceiptCheck } from "./secret/receipt-check.tsx"

type It = ReadOf<"votes.read">

/** What came out: one sentence, the figures, and how it was counted. */
export const Outcome = ({ of }: { of: It }) => {
  const { ballot, outcome, urn, signed, contested_until, has_sealed } = of
  const t = useWords()
  const say = useFigures()
  if (!outcome) return null
  const { sentence, result, voters, blank, void: spoilt, votes, voices, trace } = outcome
  const figure = (name: "for" | "against" | "abstained" | "blank" | "void" | "voters", value: number | undefined) =>
    value !== undefined && ([t(`votes.figure.${name}`), say.number(value)] as const)
  return (
    <Sheet title={t("votes.result")} padded>
      <p>
        <strong>{sentence}</strong> {result === "open" && <Mark kind="wait">{t("votes.result.is_open")}</Mark>}
      </p>
      <MeetingRoom of={of} />
      {voices.length > 0 && (
        <Rows>
          {voices.map((one) => (
            <Row key={one.name} end={one.votes}>
              {one.name}{" "}
              {one.elected && (
                <Mark kind="good">{t(ballot.kind === "motions" ? "votes.motion_adopted" : "votes.elected")}</Mark>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <Facts
        of={[
          figure("for", votes?.for),
          figure("against", votes?.against),
          figure("abstained", votes?.abstained),
          figure("blank", blank),
          spoilt > 0 && figure("void", spoilt),
          figure("voters", voters),
          signed && [t("votes.signed.screen"), say.number(signed.screen)],
          signed && [t("votes.signed.paper"), say.number(signed.paper)],
          !!contested_until && [t("votes.contested_until"), say.moment(contested_until)],
        ]}
      />
      {signed && signed.screen + signed.paper !== voters && (
        <p role="alert">{t("votes.signed.differ", { signed: signed.screen + signed.paper, voters })}</p>
      )}
      <Trace of={trace} />
      {urn && (
        <p className="soft">
          <a href={`/api/votes/${ballot.id}/urne.blt`}>{t("votes.urn")}</a> {t("votes.urn.lead")}{" "}
          <code>{countedBy(ballot)}</code> <Link to={countedAt(ballot)}>{t("votes.count.here")}</Link>
        </p>
      )}
      {has_sealed && ballot.closed_at && <ReceiptCheck ballotId={ballot.id} />}
    </Sheet>
  )
}

/** The page that counts this urn, told what was declared beside its ballots. */
const countedAt = ({ id, method, seats, round, rounds, entitled, bounds, candidates }: It["ballot"]): string => {
  const said = {
    vote: id,
    methode: method,
    sieges: String(seats),
    ...(method === "absolute" ? { tour: String(round), tours: String(rounds), inscrits: String(entitled ?? 0) } : {}),
    ...(bounds ? { parts: writtenShares(bounds, candidates) } : {}),
  }
  return `/compter?${new URLSearchParams(said)}`
}

/** Who voted what, as the page had said before anybody voted. */
export const Names = ({ of: { ballot, names }, onMore }: { of: It; onMore: () => void }) => {
  const t = useWords()
  const say = useSaidChoice(ballot)
  if (!names || names.rows.length === 0) return null
  return (
    <Sheet title={t("votes.who_what")}>
      <Rows>
        {names.rows.map(({ name, choice }, at) => (
          // Two may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <Row key={`${at} ${name}`} end={say(choice)}>
            {name}
          </Row>
        ))}
      </Rows>
      {names.next !== null && (
        <button type="button" className="button" onClick={onMore}>
          {t("shell.list.more")}
        </button>
      )}
    </Sheet>
  )
}

type Choice = NonNullable<It["names"]>["rows"][number]["choice"]

/** A vote in words. */
export const useSaidChoice = ({ candidates, method }: It["ballot"]) => {
  const t = useWords()
  return (choice: Choice): string => {
    if ("answer" in choice) return t(`votes.answer.${choice.answer}`)
    if (choice.ranks.length === 0) return t("votes.answer.blank")
    if (method === "majority_judgment")
      return choice.ranks
        .flatMap((rank, grade) =>
          rank.map((at) => t("votes.grade.of", { name: candidates[at]!, grade: t(`votes.grade.${grade as 0}`) })),
        )
        .join(", ")
    return ranksInWords({ candidates, method }, choice.ranks)
  }
}
