import { event } from "../../kernel/event.ts"

export const institutionAdded = event<{ institutionId: string; bodyId: string }>()("institutions.added")
export const institutionChanged = event<{ institutionId: string; bodyId: string }>()("institutions.changed")
export const institutionClosed = event<{ institutionId: string; bodyId: string }>()("institutions.closed")

type Facts = { officeId: string; personId: string; institutionId: string; bodyId: string }

/** `warnings`: the keys of the incompatibilities it brought; it was done knowingly. `decisionId`: the decision it now comes of. */
export const officeRecorded = event<Facts & { warnings: string[]; decisionId?: string | null }>()("offices.recorded")
export const officeChanged = event<Facts & { decisionId?: string | null }>()("offices.changed")
export const officeEnded = event<Facts & { until: string }>()("offices.ended")

type Declared = { declarationId: string; personId: string; bodyId: string; rule: string; year: number }
export const declarationLodged = event<Declared & { lodgedOn: string }>()("offices.lodged")
export const declarationTakenBack = event<Declared>()("offices.lodgingTakenBack")

export const officeListOpened = event<{ listId: string; bodyId: string; shows: string[] }>()("offices.listOpened")
export const officeListClosed = event<{ listId: string; bodyId: string }>()("offices.listClosed")
