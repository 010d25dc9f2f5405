import { useRead } from "../../../shell/api.ts"
import { useExports } from "../../../shell/exports.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"
import { RollLines } from "./roll-lines.tsx"

/** A frozen roll, as it was that day. */
export const RollPage = () => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useMembersCrumbs()
  const rollId = useParam("rollId")
  const { values } = useAddress()
  const show = values["voix"] === "sans" ? "others" : values["voix"] === "avec" ? "entitled" : undefined
  const after = Number(values["apres"]) || 0
  const read = useRead("rolls.read", { rollId, after, ...(show ? { show } : {}) })
  return (
    <Reading of={read}>
      {({ roll, reference, is_whole, lines, next }) => (
        <Page
          title={roll.title}
          lead={`${roll.body_name} · ${say.day(roll.on_day)}`}
          crumbs={[...crumbs, { words: t("members.page.rolls"), to: "/membres/listes" }]}
          marks={
            <Mark kind={is_whole ? "good" : "bad"}>{t(is_whole ? "members.roll.whole" : "members.roll.altered")}</Mark>
          }
          acts={
            <>
              <a className="button" href={`/membres/listes/${roll.id}/presences.pdf`} target="_blank" rel="noreferrer">
                {t("members.roll.sheet")}
              </a>
              <a className="button" href={`/membres/listes/${roll.id}/liste.pdf`} target="_blank" rel="noreferrer">
                {t("members.roll.print")}
              </a>
              <Exports bodyId={roll.body_id} rollId={roll.id} />
            </>
          }
          side={
            <Facts
              of={[
                [t("members.column.number"), reference],
                [t("members.roll.rule"), t(`members.roll.who.${roll.rule.who}`)],
                roll.rule.waiting_months > 0 && [
                  t("members.roll.waiting"),
                  t("members.roll.months", { count: roll.rule.waiting_months }),
                ],
                roll.rule.age_years > 0 && [
                  t("members.roll.age"),
                  `${roll.rule.age_years} ${t("members.roll.age.unit")}`,
                ],
                roll.rule.grace_days > 0 && [
                  t("members.roll.grace"),
                  t("members.roll.days", { count: roll.rule.grace_days }),
                ],
                [
                  t("members.roll.entitled"),
                  <Link key="with" to={`/membres/listes/${roll.id}?voix=avec`}>
                    {roll.entitled}
                  </Link>,
                ],
                [
                  t("members.roll.others"),
                  <Link key="without" to={`/membres/listes/${roll.id}?voix=sans`}>
                    {roll.others}
                  </Link>,
                ],
                [t("members.roll.frozen"), say.moment(roll.frozen_at)],
                roll.by !== null && [t("members.roll.by"), roll.by],
                [t("members.roll.hash"), <code key="hash">{roll.hash.slice(0, 16)}…</code>],
              ]}
            />
          }
        >
          <Sheet
            title={t(
              show === "others"
                ? "members.roll.others"
                : show === "entitled"
                  ? "members.roll.entitled"
                  : "members.roll.all",
            )}
          >
            <RollLines lines={lines} />
          </Sheet>
          {next !== null && (
            <div className="bar">
              <Link
                className="button"
                to={`/membres/listes/${roll.id}?apres=${next}${values["voix"] ? `&voix=${values["voix"]}` : ""}`}
              >
                {t("members.roll.next")}
              </Link>
            </div>
          )}
        </Page>
      )}
    </Reading>
  )
}

const Exports = ({ bodyId, rollId }: { bodyId: string; rollId: string }) =>
  useExports("roll", { bodyId, rollId }).map(({ words, href }) => (
    <a key={href} className="button quiet" href={href} download>
      {words}
    </a>
  ))
