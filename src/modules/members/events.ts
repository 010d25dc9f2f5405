import { event } from "../../kernel/event.ts"

type Application = { applicationId: string; bodyId: string }
export const applicationAsked = event<Application>()("applications.asked")
export const applicationCompleted = event<Application>()("applications.completed")
export const applicationObjected = event<Application>()("applications.objected")
export const applicationAccepted = event<Application & { personId: string; isNew: boolean }>()("applications.accepted")
export const applicationDeclined = event<Application>()("applications.declined")
export const applicationWithdrawn = event<Application>()("applications.withdrawn")

export const duesRingsSet = event<{ bodyId: string; rings: string[] }>()("dues.ringsSet")
export const duesAccountSet = event<{ bodyId: string }>()("dues.accountSet")
export const duesAmountAdded = event<{ amountId: string; bodyId: string; year: number }>()("dues.amountAdded")
export const duesAmountEnded = event<{ amountId: string; bodyId: string; year: number }>()("dues.amountEnded")
export const duesScaleCopied = event<{ bodyId: string; year: number; amounts: number }>()("dues.scaleCopied")
export const duesAssigned = event<{ dueId: string; bodyId: string; personId: string; year: number }>()("dues.assigned")
export const duesPaid = event<{ paymentId: string; bodyId: string; personId: string; year: number; receipt: string }>()(
  "dues.paid",
)
export const duesPaymentCancelled = event<{ paymentId: string; bodyId: string; personId: string; year: number }>()(
  "dues.paymentCancelled",
)
export const duesReceiptSent = event<{ paymentId: string; bodyId: string; personId: string }>()("dues.receiptSent")
export const duesCalled = event<{ bodyId: string; year: number; step: number; people: number; byPost: number }>()(
  "dues.called",
)
export const memberLettersPosted = event<{ bodyId: string; letters: number }>()("members.lettersPosted")
export const cardsSent = event<{ bodyId: string; people: number }>()("members.cardsSent")
export const rollFrozen = event<{ rollId: string; bodyId: string; entitled: number; hash: string }>()("rolls.frozen")

/** Without the day itself, which is forgotten once it no longer matters. */
export const birthNoted = event<{ personId: string; bodyId: string }>()("members.birthNoted")
