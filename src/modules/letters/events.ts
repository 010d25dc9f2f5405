import { event } from "../../kernel/event.ts"

type About = { textId: string; bodyId: string }

export const letterAddressed = event<About>()("letters.addressed")
export const letterMailed = event<About & { sendingId: string }>()("letters.mailed")
export const letterToPrint = event<About & { sendingId: string }>()("letters.toPrint")
export const letterNotPrinted = event<About>()("letters.notPrinted")
export const lettersPosted = event<{ bodyId: string; textIds: string[]; on: string }>()("letters.posted")
export const letterPapersJoined = event<About & { fileIds: string[] }>()("letters.papersJoined")
export const letterAnswered = event<About & { on: string }>()("letters.answered")
export const letterheadSet = event<{ bodyId: string }>()("letterheads.set")
export const letterTitlesSet = event<{ bodyId: string; count: number }>()("letters.titlesSet")
export const signatureKept = event<{ personId: string }>()("letters.signatureKept")
export const signatureForgotten = event<{ personId: string }>()("letters.signatureForgotten")

type Came = { incomingId: string; bodyId: string }

export const incomingRegistered = event<Came & { year: number; number: number }>()("incoming.registered")
export const incomingChanged = event<Came>()("incoming.changed")
export const incomingSettled = event<Came>()("incoming.settled")
export const incomingReopened = event<Came>()("incoming.reopened")
