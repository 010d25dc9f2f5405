import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Foreseen = Extract<ReadOf<"territories.foresee">, { kind: string }>
type Places = NonNullable<Foreseen["places"]>

/** What reading the file would change: figures, each open to its lines. */
export const ForeseenPlaces = ({ of, unread, busy }: { of: Places; unread: Foreseen["unread"]; busy: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const { added, same, older, renamed, ended } = of
  return (
    <section className="missing" aria-live="polite" aria-busy={busy}>
      <h2>{t("territories.foreseen")}</h2>
      <ul>
        <li>
          <span>{t("territories.foreseen.figures", { count: of.count, added, same })}</span>
        </li>
        {renamed.count > 0 && (
          <li>
            <details>
              <summary>{t("territories.foreseen.renamed", { count: renamed.count })}</summary>
              <ul className="tight">
                {renamed.first.map(({ code, name, was }) => (
                  <li key={code}>{t("territories.foreseen.was", { code, name, was })}</li>
                ))}
              </ul>
              {renamed.count > renamed.first.length && (
                <p>{t("territories.foreseen.first", { count: renamed.first.length })}</p>
              )}
            </details>
          </li>
        )}
        {ended.count > 0 && (
          <li>
            <details>
              <summary>{t("territories.foreseen.ended", { count: ended.count })}</summary>
              <ul className="tight">
                {ended.first.map(({ id, code, name, became, last }) => (
                  <li key={id}>
                    {t("territories.foreseen.end", {
                      code,
                      name,
                      day: say.dayOnly(last),
                      became: became ?? "",
                      led: became ? "yes" : "no",
                    })}
                  </li>
                ))}
              </ul>
              {ended.count > ended.first.length && (
                <p>{t("territories.foreseen.first", { count: ended.first.length })}</p>
              )}
            </details>
          </li>
        )}
        {ended.bodies.map(({ id, name, place }) => (
          <li key={id}>
            <span>
              <Link to={`/secretariat/instances/${id}`}>{name}</Link> {t("territories.foreseen.body", { place })}
            </span>
          </li>
        ))}
        {older > 0 && (
          <li>
            <span>{t("territories.foreseen.older", { count: older })}</span>
          </li>
        )}
        {unread.map(({ line, why }) => (
          <li key={line}>
            <span>{t("territories.foreseen.unread", { line, why })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a file of outlines draws. */
export const ForeseenContours = ({ of: { levels, unread } }: { of: NonNullable<Foreseen["contours"]> }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <section className="missing" aria-live="polite">
      <h2>{t("territories.foreseen")}</h2>
      <ul>
        {levels.map(({ country, level, count, known, derived }) => (
          <li key={country + level}>
            <span>
              {say.country(country)}
              {" · "}
              {t("territories.contours.of", { places: t(`territories.count.${level}`, { count }) })}
              {derived && ` ${t("territories.foreseen.derived")}`}
              {known < count && ` ${t("territories.foreseen.unknown", { count: count - known })}`}
            </span>
          </li>
        ))}
        {unread > 0 && (
          <li>
            <span>{t("territories.foreseen.features", { count: unread })}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
