/** What a report says of itself. Null is what it does not say. */
export type Report = {
  number: string | null
  title: string
  commission: string | null
}

/**
 * A report by where it lies and what it is called: "Commission Mobilités/Rapport 214 - Plan vélo régional.pdf". Numbers are
 * those of the institution, as it writes them: "214", "3.12", "2026-CR-14".
 */
export const reportOfPath = (path: string): Report => {
  const steps = path.split("/").filter(Boolean)
  const name = (steps.pop() ?? path).replace(/\.[A-Za-z0-9]{1,5}$/, "").replaceAll("_", " ")
  const folder = steps.findLast((step) => /commission|mobilit|finance|cp\b/i.test(step))
  const commission = folder ? tidy(folder.replaceAll("_", " ").replace(/^\d+[\s.-]*/, "")) : null
  const matched = NUMBERED.exec(name)
  // A year alone numbers nothing, unless the name says that it does.
  const isYear = /^\s*(19|20)\d\d$/.test(matched?.[0].replace(/[\s\-–:.)]+$/, "") ?? "")
  const found = isYear ? null : matched
  const title = tidy(found ? name.slice(found[0].length) : name)
  return { number: found?.groups?.["number"] ?? null, title: title || tidy(name), commission }
}

const NUMBERED =
  /^\s*(?:\d{1,3}\s*[-–.]\s+(?=rapport|point|n°))?(?:(?:rapport|point|affaire|item|délibération|deliberation)\s*)?(?:n\s*[°o]\s*)?(?<number>\d{4}[-.][A-Z]{2,4}[-.]\d+|\d{1,4}(?:[.-]\d{1,3}){0,2})(?=$|[\s\-–:.)])[\s\-–:.)]*/iu

const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s\-–:.,]+|[\s\-–:,]+$/g, "")
    .trim()

/**
 * What the first page of a report says: its number, its object, who reports, the commission, and the money at stake in cents.
 * Institutions write these at the head, each in its own way; what is not recognised is left to whoever reads it.
 */
export const reportOfText = (text: string): Partial<Report> & { rapporteur?: string; amount_cents?: bigint } => {
  const head = text.slice(0, 6000)
  const said = (pattern: RegExp) => tidy(pattern.exec(head)?.[1] ?? "") || undefined
  const number = said(
    /^[ \t]*(?:rapport|point|délibération)[ \t]*(?:n[ \t]*[°o][ \t]*)?(\d{1,4}(?:[.-][\w]+)*)[ \t]*$/imu,
  )
  const title = said(
    /^[ \t]*(?:objet|intitulé|titre)[ \t\u00a0]*:[ \t\u00a0]*(.+(?:\n(?![ \t]*\n|[ \t]*[\p{L} ]{3,30}[ \t\u00a0]*:).+){0,2})/imu,
  )
  const rapporteur = said(/^[ \t]*rapporteur(?:e|·e|\(e\))?[ \t\u00a0]*:[ \t\u00a0]*(.+)$/imu)
  const commission = said(/^[ \t]*commission(?:[ \t]+(?:compétente|saisie))?[ \t\u00a0]*:[ \t\u00a0]*(.+)$/imu)
  const amount = amountIn(head)
  return {
    ...(number && { number }),
    ...(title && { title: title.slice(0, 500) }),
    ...(rapporteur && { rapporteur: rapporteur.slice(0, 200) }),
    ...(commission && { commission: commission.slice(0, 200) }),
    ...(amount !== undefined && { amount_cents: amount }),
  }
}

/** "18 000 000 €", "18 M€", "1,5 million d’euros": the largest sum of a text, in cents; on a first page it is what the report is about. */
export const amountIn = (text: string): bigint | undefined => {
  const sums = [
    ...text.matchAll(
      /(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(\d{1,2}))?[ \u00a0\u202f]*(M€|k€|€|millions?[ \u00a0]d[’']euros|euros)/gu,
    ),
  ].map(([, whole, decimals = "", unit]) => {
    const cents = BigInt(whole!.replaceAll(/\D/g, "")) * 100n + BigInt(decimals.padEnd(2, "0") || "0")
    return cents * (/^M|million/.test(unit!) ? 1_000_000n : unit === "k€" ? 1000n : 1n)
  })
  return sums.length > 0 ? sums.reduce((most, sum) => (sum > most ? sum : most)) : undefined
}
