import ICAL from "ical.js"

/** The IANA zone meant by a TZID: an IANA name, with or without a prefix of its maker, or Windows' name for it. */
export function zoneNamed(tzid: string): string | undefined {
  const name = tzid.trim()
  // Mozilla and libical write /mozilla.org/20050126_1/Europe/Brussels.
  const candidates = [WINDOWS[name], name, name.split("/").slice(-2).join("/"), name.split("/").slice(-3).join("/")]
  return candidates.find((candidate) => candidate !== undefined && isIana(candidate))
}

/** A local time read with the VTIMEZONE of its own file; in `zone` if the file does not have it. */
export function instantOf(
  local: Temporal.PlainDateTime,
  tzid: string,
  event: ICAL.Component | null,
  zone: string,
): Temporal.Instant {
  const calendar = event?.parent
  const definition = calendar
    ?.getAllSubcomponents("vtimezone")
    .find((known) => known.getFirstPropertyValue("tzid") === tzid)
  if (!definition) return local.toZonedDateTime(zone).toInstant()
  const { year, month, day, hour, minute, second } = local
  const time = new ICAL.Time(
    { year, month, day, hour, minute, second, isDate: false },
    new ICAL.Timezone({ component: definition, tzid }),
  )
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
}

function isIana(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat("fr", { timeZone: name })
    return true
  } catch {
    return false
  }
}

// Outlook and Exchange name zones in Windows' way. Those of the countries and overseas lands of our users, and their neighbours;
// any other is read from the VTIMEZONE that Outlook always writes. Source: Unicode CLDR, windowsZones.
const WINDOWS: Record<string, string> = {
  "Romance Standard Time": "Europe/Paris",
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "GTB Standard Time": "Europe/Bucharest",
  "FLE Standard Time": "Europe/Kyiv",
  "SA Western Standard Time": "America/Martinique",
  "SA Eastern Standard Time": "America/Cayenne",
  "Saint Pierre Standard Time": "America/Miquelon",
  "Mauritius Standard Time": "Indian/Reunion",
  "E. Africa Standard Time": "Indian/Mayotte",
  "Central Pacific Standard Time": "Pacific/Noumea",
  "Eastern Standard Time": "America/New_York",
}
