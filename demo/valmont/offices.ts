import { addInstitution } from "../../src/modules/offices/add-institution.ts"
import { lodgeDeclaration } from "../../src/modules/offices/lodge.ts"
import { recordOffice } from "../../src/modules/offices/record.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** Who of Valmont sits where: the council, the CPAS, a company of communes with a seat that waits for somebody. */
export const officesOfValmont = (stage: Stage, { bodyId, secretary }: Manner, days: Days): Scene => ({
  at: days.at(days.weekday(77, 3), "20:40"),
  play: async () => {
    const place = (name: string, kind: string, seats: number | null = null, note: string | null = null) =>
      stage.act(secretary, addInstitution, { bodyId, name, kind, level: "local", seats, note })
    const council = await place("Conseil communal de Valmont", "municipal_council", 2)
    const cpas = await place("CPAS de Valmont", "cpas", 1)
    const water = await place("Intercommunale des Eaux de la Vesle", "intercommunale", 2, "Cinq délégués par commune")
    const mobility = await place("Commission consultative de la mobilité", "commission", 1)
    const record = (who: string, { institutionId }: { institutionId: string }, more: object) =>
      stage.act(secretary, recordOffice, { bodyId, personId: stage.person(who), institutionId, ...more })
    const elected = { role: "councillor", origin: "elected", stance: "opposition", paid: true }
    const until = lastDayOfTerm(days.today)
    const since = until.add({ days: 1 }).subtract({ years: 6 })
    const term = { since: since.toString(), until: until.toString() }
    await record("elodie", council, { ...elected, ...term, yearlyGrossCents: "162000" })
    await record("bastien", council, { ...elected, ...term })
    await record("colette", council, {
      ...elected,
      since: since.subtract({ years: 6 }).toString(),
      until: since.subtract({ days: 1 }).toString(),
    })
    await record("thibault", cpas, {
      ...elected,
      ...term,
      origin: "institution",
      sentBy: council.institutionId,
      originNote: "Conseil communal d’installation, point 4",
      delegation: "Énergie et logement",
    })
    await record("leila", water, {
      role: "delegate",
      since: days.weekday(70, 1).toString(),
      until: until.toString(),
      origin: "institution",
      sentBy: council.institutionId,
      originNote: "Conseil communal, point 12",
      stance: "opposition",
      paid: false,
    })
    await record("samuel", mobility, {
      role: "member",
      title: "représentant des cyclistes",
      since: days.weekday(60, 1).toString(),
      until: days.today.add({ months: 4 }).toString(),
      origin: "body",
      originNote: "Assemblée de la locale",
      paid: false,
    })
  },
})

/** Each lodged the declarations of this year in May, as the rulebook asks. */
export const declarationsOfValmont = (stage: Stage, { bodyId }: Manner, days: Days): Scene => ({
  at: days.at(days.today.with({ month: 5, day: 18 }), "21:05"),
  play: async () => {
    const { year } = days.today
    for (const who of ["elodie", "bastien", "thibault", "leila"])
      await stage.act(who, lodgeDeclaration, {
        bodyId,
        personId: stage.person(who),
        rule: "be.mandates.declaration",
        year,
      })
  },
})

// Municipal councils sit from the first Monday of December, six years long: 2018, 2024, 2030.
const lastDayOfTerm = (today: Temporal.PlainDate): Temporal.PlainDate => {
  const year = today.year + ((2030 - today.year) % 6)
  const first = Temporal.PlainDate.from({ year, month: 12, day: 1 })
  const installed = first.add({ days: (8 - first.dayOfWeek) % 7 })
  return Temporal.PlainDate.compare(installed, today) > 0
    ? installed.subtract({ days: 1 })
    : lastDayOfTerm(today.with({ day: 1 }).add({ years: 1 }))
}
