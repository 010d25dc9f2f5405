import { useRead } from "../../../shell/api.ts"
import { useFormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { valueOf } from "./rule-value-field.tsx"

/** What the value being typed would change, before it is saved. */
export const Consequences = ({ bodyId, rule }: { bodyId: string; rule: { key: string; unit: string } }) => {
  const t = useWords()
  const say = useFigures()
  const values = useFormValues()
  const typed = useLater(JSON.stringify(values["value"] ?? null))
  const value = JSON.parse(typed) as unknown
  const validFrom = String(values["validFrom"] ?? "")
  const ready = value !== null && value !== "" && /^\d{4}-\d{2}-\d{2}$/.test(validFrom)
  const asked = { bodyId, key: rule.key, value: JSON.stringify(ready ? valueOf(rule.unit, value) : null), validFrom }
  const { data: seen } = useRead("rules.foresee", asked, { enabled: ready, keepPrevious: true })
  const { data: there } = useRead("meetings.foreseeRule", asked, { enabled: ready, keepPrevious: true })
  if (!ready || !seen || !there) return null
  return (
    <section className="missing" aria-live="polite">
      <h2>{t("secretariat.whatif")}</h2>
      {!seen.changes ? (
        <p>{t("secretariat.whatif.nothing")}</p>
      ) : (
        <ul>
          <li>
            <span>
              {t("secretariat.whatif.value", {
                before: seen.before ?? t("secretariat.rulebook.unknown"),
                after: seen.after ?? t("secretariat.rulebook.unknown"),
                day: say.dayOnly(validFrom),
              })}
            </span>
          </li>
          {seen.follow.length > 0 && (
            <li>
              <span>
                {t("secretariat.whatif.follow", {
                  count: seen.follow.length,
                  names: seen.follow
                    .slice(0, 5)
                    .map(({ name }) => name)
                    .join(", "),
                  more: Math.max(0, seen.follow.length - 5),
                })}
                {seen.more && ` ${t("secretariat.whatif.more")}`}
              </span>
            </li>
          )}
          {there.types.length > 0 && (
            <li>
              <span>
                {t("secretariat.whatif.types", { names: [...new Set(there.types.map(({ name }) => name))].join(", ") })}
              </span>
            </li>
          )}
          {there.meetings.map((one) => (
            <li key={one.id}>
              <span>
                <Link to={`/reunions/${one.id}`}>{one.title}</Link>{" "}
                {t("secretariat.whatif.meeting", {
                  day: say.day(one.starts),
                  was: one.was ? say.day(one.was) : "",
                  is: one.is ? say.day(one.is) : "",
                  late: one.too_late ? "yes" : "no",
                })}
              </span>
            </li>
          ))}
          {there.types.length > 0 && there.meetings.length === 0 && (
            <li>
              <span>{t("secretariat.whatif.no_meeting")}</span>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
