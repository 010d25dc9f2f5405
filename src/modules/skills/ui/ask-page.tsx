import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Asking = ReadOf<"skills.asking">

const circles = ["stale", "unanswered", "all"] as const
type Circle = (typeof circles)[number]

/** Asks everyone, those who never answered, or also those whose answer is over a year old, to say what they can do. */
export const AskPage = () => {
  const t = useWords()
  const { body } = useBody()
  const asking = useRead("skills.asking", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={asking}>
      {(found) => (
        <Page
          title={t("skills.ask.title")}
          crumbs={[
            { words: t("skills.people"), to: "/personnes" },
            { words: t("skills.title"), to: "/competences" },
            { words: t("skills.ask.title") },
          ]}
          lead={body.name}
        >
          <One bodyId={body.id} asking={found} />
        </Page>
      )}
    </Reading>
  )
}

const One = ({ bodyId, asking }: { bodyId: string; asking: Asking }) => {
  const t = useWords()
  const [whom, setWhom] = useState<Circle>("stale")
  const chosen = asking[whom]
  if (asking.skills === 0)
    return (
      <p>
        {t("skills.ask.no_list")} <Link to="/competences">{t("skills.title")}</Link>
      </p>
    )
  return (
    <>
      <Sheet title={t("skills.ask.whom")} padded>
        <p>{t("skills.ask.lead")}</p>
        <fieldset className="field">
          <legend className="unseen">{t("skills.ask.whom")}</legend>
          <span className="options">
            {circles.map((one) => (
              <label key={one} className="option">
                <input type="radio" name="whom" checked={whom === one} onChange={() => setWhom(one)} />
                <span>
                  {t(`skills.ask.${one}`)}
                  <span className="soft under">{t("skills.ask.counts", asking[one])}</span>
                </span>
              </label>
            ))}
          </span>
        </fieldset>
        {chosen.people > 0 ? (
          <div className="bar">
            <Act
              command="skills.ask"
              input={{ bodyId, whom, people: chosen.people }}
              may={asking.may}
              kind="main"
              confirm={{
                title: t("skills.ask.confirm", chosen),
                words: <p>{t("skills.ask.confirm.lead", chosen)}</p>,
              }}
              done={t("skills.ask.done", chosen)}
            >
              {t("skills.ask.send", chosen)}
            </Act>
          </div>
        ) : (
          <p className="soft">{t("skills.ask.nobody")}</p>
        )}
        <p className="soft">
          {t("skills.ask.some")} <Link to="/personnes">{t("skills.people")}</Link>
        </p>
      </Sheet>
      {asking.on_paper > 0 && (
        <Sheet title={t("skills.without_mail", { count: asking.on_paper })} padded>
          <p>{t("skills.without_mail.lead")}</p>
          <div className="bar">
            <a className="button" href={`/competences/${bodyId}/sans-courriel.pdf`} target="_blank" rel="noreferrer">
              {t("skills.without_mail.print")}
            </a>
          </div>
        </Sheet>
      )}
      <ToPost bodyId={bodyId} asking={asking} />
      <Sheet title={t("skills.ask.state")} padded>
        <Facts
          of={[
            [t("skills.ask.people"), String(asking.people)],
            [t("skills.ask.answered"), String(asking.answered)],
            asking.recent > 0 && [t("skills.ask.recent"), String(asking.recent)],
          ]}
        />
      </Sheet>
      {asking.unreached.length > 0 && (
        <Sheet title={t("skills.ask.unreached", { count: asking.unreached.length })}>
          <Rows>
            {asking.unreached.map(({ person_id, name }) => (
              <Row
                key={person_id}
                end={
                  <Link className="button" to={`/competences/personnes/${person_id}`}>
                    {t("skills.type")}
                    <span className="unseen">, {name}</span>
                  </Link>
                }
              >
                <Link to={`/personnes/${person_id}`}>{name}</Link>
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}

const ToPost = ({ bodyId, asking: { to_post, may } }: { bodyId: string; asking: Asking }) => {
  const t = useWords()
  if (to_post.length === 0) return null
  return (
    <Sheet title={t("skills.post.title", { count: to_post.length })} padded>
      <p>{t("skills.post.lead")}</p>
      <div className="bar">
        <a className="button" href={`/competences/${bodyId}/lettres.pdf`} target="_blank" rel="noreferrer">
          {t("skills.post.print")}
        </a>
        <Act
          command="sendings.post"
          input={{ bodyId, sendingIds: to_post }}
          may={may}
          kind="plain"
          done={t("skills.post.done", { count: to_post.length })}
        >
          {t("skills.post.tick")}
        </Act>
      </div>
    </Sheet>
  )
}
