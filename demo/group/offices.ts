import { addInstitution } from "../../src/modules/offices/add-institution.ts"
import { recordOffice } from "../../src/modules/offices/record.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import type { Scene, Stage } from "../stage.ts"

/** Where the twelve sit beside the plenary: the permanent commission, a sector commission, a council of their commune. */
export const officesOfGroup = (stage: Stage, { bodyId, secretary }: Manner, days: Days): Scene => ({
  at: days.at(days.weekday(77, 3), "16:10"),
  play: async () => {
    const place = (name: string, kind: string, level: string, seats: number | null = null) =>
      stage.act(secretary, addInstitution, { bodyId, name, kind, level, seats })
    const plenary = await place("Conseil régional des Deux-Rives", "regional_council", "regional", 12)
    const permanent = await place("Commission permanente", "permanent_commission", "regional", 3)
    const transport = await place("Commission Transports et mobilités", "commission", "regional", 2)
    const vireux = await place("Conseil municipal de Vireux", "municipal_council", "local")
    const record = (who: string, { institutionId }: { institutionId: string }, role: string, more: object = {}) =>
      stage.act(secretary, recordOffice, {
        bodyId,
        personId: stage.person(who),
        institutionId,
        role,
        since: days.weekday(79, 1).toString(),
        origin: "elected",
        stance: "opposition",
        ...more,
      })
    for (const who of [
      "mathilde",
      "alban",
      "rokhaya",
      "etienne",
      "nawel",
      "yann",
      "solene",
      "gilles",
      "carmen",
      "hakim",
      "brigitte",
      "marc",
    ])
      await record(who, plenary, "councillor")
    for (const who of ["mathilde", "nawel"])
      await record(who, permanent, "member", { origin: "institution", sentBy: plenary.institutionId })
    for (const who of ["yann", "carmen"])
      await record(who, transport, "member", { origin: "body", originNote: "Réunion de groupe" })
    await record("etienne", vireux, "alderman", { stance: "majority", delegation: "Mobilités douces", paid: true })
  },
})
