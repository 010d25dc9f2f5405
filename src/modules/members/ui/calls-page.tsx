import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"

type Calls = ReadOf<"dues.foreseeCall">

/** The call for dues of a year and its two reminders: to whom each would leave now, and what left. */
export const CallsPage = () => {
  const t = useWords()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { values } = useAddress()
  const year = Number(values["annee"]) || Number(today().slice(0, 4))
  const read = useRead("dues.foreseeCall", { bodyId: body?.id ?? "", year }, { enabled: Boolean(body) })
  return (
    <Reading of={read}>
      {(calls) => (
        <Page
          title={t("members.page.calls")}
          lead={t("members.calls.lead", { body: body?.name ?? "", year: String(calls.year) })}
          crumbs={crumbs}
          missing={calls.missing}
          purpose={t("members.purpose.call")}
          acts={
            <Link
              className="button quiet"
              to={`/membres/appels?annee=${year === Number(today().slice(0, 4)) ? year + 1 : year - 1}`}
            >
              {t("members.calls.other_year", {
                year: String(year === Number(today().slice(0, 4)) ? year + 1 : year - 1),
              })}
            </Link>
          }
        >
          {calls.steps.map((one) => (
            <Step key={one.step} of={one} calls={calls} bodyId={body!.id} />
          ))}
          {calls.spared > 0 && <p className="soft">{t("members.calls.spared", { count: calls.spared })}</p>}
          <ToPost bodyId={body!.id} count={calls.to_post} mayPost={calls.may["members.postLetters"]} />
        </Page>
      )}
    </Reading>
  )
}

const Step = ({ of, calls, bodyId }: { of: Calls["steps"][number]; calls: Calls; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { step, people, by_mail, by_post, without_address, wait_days, names, sent } = of
  const key = step as 1 | 2 | 3
  const isBlocked = calls.missing.some(({ only_warns }) => !only_warns)
  return (
    <Sheet
      title={t(`members.step.${key}`)}
      aside={sent.count > 0 ? t("members.calls.sent", { count: sent.count }) : undefined}
      padded
    >
      <Facts
        of={[
          sent.count > 0 &&
            sent.last !== null && [
              t("members.calls.left"),
              <Link key="left" to={`/membres/cotisations?letter=${step}`}>
                {t("members.calls.left.words", {
                  count: sent.count,
                  arrived: sent.arrived,
                  trouble: sent.trouble,
                  day: say.dayOnly(sent.last),
                })}
              </Link>,
            ],
          [
            t("members.calls.now"),
            people === 0
              ? t(step === 1 ? "members.calls.nobody" : "members.calls.nobody_yet", { days: wait_days })
              : t("members.calls.people", { count: people, mail: by_mail, post: by_post }),
          ],
          people > 0 && [
            t("members.calls.who"),
            `${names.map(({ name }) => name).join(", ")}${people > names.length ? ` + ${people - names.length}` : ""}`,
          ],
          without_address > 0 && [t("members.calls.no_address"), t("members.count", { count: without_address })],
          step > 1 && [t("members.calls.wait"), t("members.calls.wait.words", { days: wait_days })],
        ]}
      />
      {people > 0 && !calls.may["dues.call"] && <p className="soft">{t("members.calls.treasury")}</p>}
      {people > 0 && !isBlocked && calls.may["dues.call"] && (
        <div className="bar">
          <Act
            command="dues.call"
            input={{ bodyId, year: calls.year, step: key }}
            may={calls.may}
            kind={step === 1 ? "main" : "plain"}
            confirm={{
              title: t(`members.calls.confirm.${key}`, { count: people }),
              words: <p>{t("members.calls.confirm.words", { mail: by_mail, post: by_post })}</p>,
            }}
            done={t("members.calls.done", { count: people })}
          >
            {t(`members.calls.send.${key}`, { count: people })}
          </Act>
        </div>
      )}
    </Sheet>
  )
}

/** Letters on paper that wait for hands. */
/** A file has so many letters at most: `LOT` of letters/post.ts. */
const LOT = 1000

const ToPost = ({ bodyId, count, mayPost }: { bodyId: string; count: number; mayPost: boolean }) => {
  const t = useWords()
  if (count === 0) return null
  return (
    <Sheet title={t("members.post.title")} padded>
      <p>{t("members.post.lead", { count })}</p>
      <div className="bar">
        {Array.from({ length: Math.ceil(count / LOT) }, (_, lot) => (
          <a
            key={lot}
            className="button"
            href={`/membres/lettres.pdf?bodyId=${bodyId}&lot=${lot + 1}`}
            target="_blank"
            rel="noreferrer"
          >
            {count <= LOT
              ? t("members.post.print")
              : t("members.post.print.lot", { from: lot * LOT + 1, to: Math.min(count, (lot + 1) * LOT) })}
          </a>
        ))}
        {mayPost && (
          <Act
            command="members.postLetters"
            input={{ bodyId, letters: count }}
            confirm={{ title: t("members.post.confirm", { count }), words: <p>{t("members.post.confirm.words")}</p> }}
            done={t("members.post.done")}
          >
            {t("members.post.done_act")}
          </Act>
        )}
      </div>
    </Sheet>
  )
}
