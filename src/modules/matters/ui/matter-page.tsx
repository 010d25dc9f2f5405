import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { About } from "../../../shell/about.tsx"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { ThingGrants } from "../../mandates/ui/contract.tsx"
import { Missing } from "../../../shell/missing.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Timeline } from "./timeline.tsx"
import { Watchers } from "./watchers.tsx"

type Matter = ReadOf<"matters.read">

/** A matter: where it stands, and what hangs on it. */
export const MatterPage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("matters.read", { matterId: useParam("matterId") })}>
      {({ matter, missing, may }) => (
        <Page
          title={matter.title}
          crumbs={[{ words: t("matters.list.title"), to: "/dossiers" }]}
          lead={matter.body_name}
          marks={
            <>
              <Mark>{t(`matters.state.${matter.closed_on ? "closed" : matter.state}`)}</Mark>
              {matter.confidential && <Mark kind="info">{t("matters.confidential")}</Mark>}
            </>
          }
          side={<Side of={{ matter, missing, may }} />}
          history={<About kind="matter" id={matter.id} />}
        >
          {missing.length > 0 && (
            <Missing
              of={missing.map((one) => ({
                key: `matters.lacking.${one}`,
                at: may["matters.change"] ? `/dossiers/${matter.id}/modifier` : null,
              }))}
            />
          )}
          <Standing of={matter} />
          <Besides of="matter" id={matter.id} />
          <Timeline matterId={matter.id} />
          <ThingGrants thing="matter" id={matter.id} bodyId={matter.body_id} />
        </Page>
      )}
    </Reading>
  )
}

const Standing = ({ of: matter }: { of: Matter["matter"] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("matters.field.standing")} padded>
      {matter.standing ? (
        <>
          <p className="prose pre">{matter.standing}</p>
          <p className="soft">
            {matter.standing_on
              ? t("matters.standing.on", { ago: say.longAgo(matter.standing_on) })
              : t("matters.standing.undated")}
          </p>
        </>
      ) : (
        <p className="soft">{t("matters.standing.none")}</p>
      )}
      {matter.next_step && (
        <p>
          <strong>{t("matters.field.next")}</strong>
          {" · "}
          {matter.next_on
            ? t("matters.next.on", { step: matter.next_step, day: say.dayOfYear(matter.next_on) })
            : matter.next_step}
        </p>
      )}
    </Sheet>
  )
}

const Side = ({ of: { matter, may } }: { of: Matter }) => {
  const t = useWords()
  const say = useFigures()
  const { data: file } = useRead("counterparts.list", { bodyId: matter.body_id, limit: 1 })
  const logs = file?.may?.["exchanges.log"]
  return (
    <>
      <Facts
        of={[
          [t("matters.field.lead"), matter.lead_name ?? t("matters.lead.none")],
          matter.staff_name !== null && [t("matters.field.staff"), matter.staff_name],
          matter.theme !== null && [t("matters.field.theme"), matter.theme],
          matter.territory !== null && [t("matters.field.territory"), t("matters.place_of", matter.territory)],
          [t("matters.field.opened"), say.day(matter.opened_on)],
          matter.closed_on !== null && [t("matters.field.closed"), say.day(matter.closed_on)],
        ]}
      />
      {!matter.closed_on && <Watchers matterId={matter.id} />}
      <div className="bar">
        {may["matters.change"] && (
          <Link className="button" to={`/dossiers/${matter.id}/modifier`}>
            {t("matters.change")}
          </Link>
        )}
        {logs && !matter.closed_on && (
          <Link className="button" to={`/interlocuteurs/echange?dossier=${matter.id}`}>
            {t("matters.exchange")}
          </Link>
        )}
        {matter.closed_on ? (
          <Act command="matters.reopen" input={{ matterId: matter.id }} may={may} kind="plain">
            {t("matters.reopen")}
          </Act>
        ) : (
          <Act
            command="matters.close"
            input={{ matterId: matter.id }}
            may={may}
            kind="plain"
            done={t("matters.closed_done")}
            undo={() => ({ command: "matters.reopen", input: { matterId: matter.id } })}
          >
            {t("matters.close")}
          </Act>
        )}
      </div>
    </>
  )
}
