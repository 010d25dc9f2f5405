import type { Outside } from "./recipients.ts"

/** The lines of an address: who, what they are, where. The person first in Belgium as in France: it is to them that one writes. */
export const addressOf = (
  { outside, contact, role }: { outside: Outside | undefined; contact: Outside | undefined; role: string | null },
  country: string,
): string[] => {
  const civil = contact?.form === "m" ? "Monsieur" : contact?.form === "f" ? "Madame" : ""
  const place = contact?.street || contact?.town ? { ...contact } : outside
  return [
    contact && [civil, contact.given_name, contact.name].filter(Boolean).join(" "),
    role && role.charAt(0).toUpperCase() + role.slice(1),
    outside?.name,
    place?.street,
    [place?.postcode, place?.town].filter(Boolean).join(" "),
    place?.country && place.country !== country ? (countries[place.country] ?? place.country).toUpperCase() : "",
  ].flatMap((line) => line?.trim() || [])
}

// The post reads the country in capitals, in the language of the sender.
const countries: Record<string, string> = {
  FR: "France",
  BE: "Belgique",
  LU: "Luxembourg",
  CH: "Suisse",
  DE: "Allemagne",
  NL: "Pays-Bas",
}
