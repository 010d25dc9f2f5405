import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { BesideBirth } from "./beside-birth.tsx"
import { Standing } from "./dues-page.tsx"

/** Beside a person: how they stand in the body the pages are about, and what its voting age asks of the young. */
export const BesidePerson = ({ id }: { id: string }) => (
  <>
    <Dues id={id} />
    <BesideBirth id={id} />
  </>
)

const Dues = ({ id }: { id: string }) => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  // Refused as not found for who does not read dues: then there is nothing to show.
  const { data } = useRead("dues.member", { bodyId: body?.id ?? "", personId: id }, { enabled: Boolean(body) })
  if (!data) return null
  const { membership, standing, may } = data
  return (
    <Sheet title={t("members.dues")} padded>
      <p>
        <Standing of={standing} />
      </p>
      {membership.dues_until && (
        <p className="soft">
          {t(standing === "late" ? "members.late_since" : "members.paid_until", {
            day: say.dayOnly(membership.dues_until),
          })}
        </p>
      )}
      <div className="bar">
        <Link className="button" to={`/membres/cotisations/${id}`}>
          {t(may["dues.pay"] ? "members.pay" : "members.see_dues")}
        </Link>
      </div>
    </Sheet>
  )
}
