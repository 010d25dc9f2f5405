import type { HeldPaper } from "../../kernel/typeset/papers.ts"
import { day, dayOnly, moment } from "../../kernel/words/dates.ts"
import { format, type Language } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"
import type { readHeld } from "./read-held.ts"

type Held = Awaited<ReturnType<(typeof readHeld)["run"]>>

const zone = "Europe/Brussels"

/** The same as the page, for paper: what is held, on what grounds, for how long, and what can be asked. */
export const heldPaper = (held: Held, on: Temporal.PlainDate, language: Language): HeldPaper => {
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const { person, details } = held
  return {
    body: person.body_name,
    title: t("privacy.held.title_of", { name: person.name }),
    date: on.toString(),
    lang: language,
    lead: t("privacy.held.lead"),
    facts: [
      ["given_name", details.given_name],
      ["family_name", details.family_name],
      ["email", details.email],
      ["phone", details.phone],
      ["address", [details.street, details.postcode, details.town, details.country].filter(Boolean).join(", ")],
      ["note", details.note],
    ]
      .filter((pair): pair is [string, string] => Boolean(pair[1]))
      .map(([label, value]) => [format(language, `people.${label}`), value]),
    kind: t("privacy.title"),
    columns: [t("privacy.held.when"), t("privacy.held.what"), t("privacy.held.note")],
    groups: [
      ...held.groups.map(({ title, count, lines }) => ({
        heading: title,
        ...(count > lines.length && { intro: t("privacy.held.more", { count, shown: lines.length }) }),
        rows: lines.map(
          (line) =>
            [
              when(line, language),
              [line.what, line.kind, line.where].filter(Boolean).join(" · "),
              line.note ?? "",
            ] as const,
        ),
      })),
      {
        heading: t("privacy.openings"),
        columns: [t("privacy.held.when"), t("privacy.held.who"), t("privacy.held.times")] as [string, string, string],
        rows: held.openings.map(({ day: on_day, by, times }) => [day(language, on_day), by, String(times)] as const),
      },
      {
        heading: t("privacy.grounds"),
        columns: [t("privacy.register.purpose"), t("privacy.register.basis"), t("privacy.register.how_long")] as [
          string,
          string,
          string,
        ],
        intro: t("privacy.rights.lead", { body: person.body_name }),
        rows: held.grounds.map(
          ({ purpose, basis }) =>
            [
              format(language, `privacy.purpose.${purpose}`),
              format(language, `privacy.basis.${basis}`),
              format(language, `privacy.purpose.${purpose}.how_long`),
            ] as const,
        ),
      },
    ].filter(({ rows }) => rows.length > 0),
  }
}

type Line = Held["groups"][number]["lines"][number]

const when = ({ since, until, on }: Line, language: Language): string =>
  on
    ? moment(language, on, zone)
    : since && until
      ? say(language, "privacy.held.from_to", { since: dayOnly(language, since), until: dayOnly(language, until) })
      : since
        ? say(language, "privacy.held.since", { since: dayOnly(language, since) })
        : ""
