import { event } from "../../kernel/event.ts"

type About = { textId: string; bodyId: string }

export const letterAddressed = event<About>()("letters.addressed")
export const letterMailed = event<About & { sendingId: string }>()("letters.mailed")
export const letterToPrint = event<About & { sendingId: string }>()("letters.toPrint")
export const letterNotPrinted = event<About>()("letters.notPrinted")
export const lettersPosted = event<{ bodyId: string; textIds: string[]; on: string }>()("letters.posted")
export const letterAnswered = event<About & { on: string }>()("letters.answered")
export const letterheadSet = event<{ bodyId: string }>()("letterheads.set")
export const letterTitleKept = event<{ bodyId: string; titleId: string }>()("letters.titleKept")
export const letterTitleDropped = event<{ bodyId: string; titleId: string }>()("letters.titleDropped")
export const signatureKept = event<{ personId: string }>()("letters.signatureKept")
export const signatureForgotten = event<{ personId: string }>()("letters.signatureForgotten")

export const mailingChosen = event<About & { count: number }>()("mailings.chosen")
/** Some of a letter to many are to be made now. */
export const mailingAdvances = event<About>()("mailings.advances")
export const mailingPosted = event<About & { count: number }>()("mailings.posted")

type Came = { incomingId: string; bodyId: string }

export const incomingRegistered = event<Came & { year: number; number: number }>()("incoming.registered")
export const incomingChanged = event<Came>()("incoming.changed")
export const incomingSettled = event<Came>()("incoming.settled")
export const incomingReopened = event<Came>()("incoming.reopened")
