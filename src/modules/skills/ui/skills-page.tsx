import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Act } from "../../../shell/act.tsx"
import { Link, useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Gaps } from "./gaps.tsx"
import { Grid } from "./grid.tsx"
import { Who } from "./who.tsx"

/** Who can do what in a body: what is missing, whom to ask, and the whole as a grid. ?theme=, ?competence=, ?jour=, ?moment= */
export const SkillsPage = () => {
  const t = useWords()
  const { body } = useBody()
  const list = useRead("skills.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={list}>
      {({ rows, proposed, may }) => (
        <Page
          title={t("skills.title")}
          crumbs={[{ words: t("skills.people"), to: "/personnes" }, { words: t("skills.title") }]}
          lead={body.name}
          {...(rows.length > 0 && may["skills.change"]
            ? {
                main: (
                  <Link className="button main" to="/competences/inviter">
                    {t("skills.ask.link")}
                  </Link>
                ),
                acts: (
                  <Link className="button" to="/competences/liste">
                    {t("skills.list.link")}
                  </Link>
                ),
              }
            : {})}
        >
          {rows.length === 0 ? (
            <Beginning bodyId={body.id} proposed={proposed} may={may} />
          ) : (
            <div className="stack">
              <Gaps bodyId={body.id} />
              <Asking rows={rows} bodyId={body.id} />
              <Grid bodyId={body.id} />
            </div>
          )}
        </Page>
      )}
    </Reading>
  )
}

const Beginning = ({ bodyId, proposed, may }: { bodyId: string; proposed: string[]; may: Record<string, boolean> }) => {
  const t = useWords()
  const go = useGo()
  return (
    <Sheet>
      <Empty
        title={t("skills.empty")}
        act={
          may["skills.begin"] && (
            <div className="stack">
              <p className="bar">
                {proposed.map((name) => (
                  <Mark key={name}>{name}</Mark>
                ))}
              </p>
              <div className="bar">
                <Act command="skills.begin" input={{ bodyId }} kind="main" done={t("skills.begun")}>
                  {t("skills.begin", { count: proposed.length })}
                </Act>
                <Act
                  command="skills.begin"
                  input={{ bodyId, themesOnly: true }}
                  kind="plain"
                  onDone={() => go("/competences/liste")}
                >
                  {t("skills.begin.own")}
                </Act>
              </div>
            </div>
          )
        }
      >
        {t(may["skills.begin"] ? "skills.empty.lead" : "skills.empty.others")}
      </Empty>
    </Sheet>
  )
}

const Asking = ({ rows, bodyId }: { rows: { id: string; name: string }[]; bodyId: string }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const skillId = rows.some(({ id }) => id === values["competence"]) ? values["competence"] : undefined
  return (
    <div className="not-printed">
      <Sheet title={t("skills.who")} padded>
        <div className="field">
          <label htmlFor="who-skill">{t("skills.who.skill")}</label>
          <select
            id="who-skill"
            className="input"
            value={skillId ?? ""}
            onChange={(event) => set({ competence: event.target.value })}
          >
            <option value="">{t("skills.who.choose")}</option>
            {rows.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {skillId && (
          <Who
            skillId={skillId}
            bodyId={bodyId}
            on={values["jour"] ?? ""}
            part={values["moment"] ?? ""}
            onDay={(jour) => set({ jour, ...(jour ? {} : { moment: undefined }) })}
            onPart={(moment) => set({ moment })}
          />
        )}
      </Sheet>
    </div>
  )
}
