import { event } from "../../kernel/event.ts"

type One = { counterpartId: string; bodyId: string }

export const counterpartAdded = event<One>()("counterparts.added")
/** `fields` names what was changed, never its value: erasure stays possible. */
export const counterpartChanged = event<One & { fields: string[] }>()("counterparts.changed")
export const counterpartsChecked = event<{ counterpartIds: string[]; bodyId: string }>()("counterparts.checked")
export const counterpartsTagged = event<{ counterpartIds: string[]; bodyId: string }>()("counterparts.tagged")
export const counterpartsEnded = event<{ counterpartIds: string[]; bodyId: string }>()("counterparts.ended")
export const counterpartsTakenBack = event<{ counterpartIds: string[]; bodyId: string }>()("counterparts.takenBack")
/** `because`: they asked, or the rule of conservation did it in the night. */
export const counterpartErased = event<One & { because?: "rule" }>()("counterparts.erased")
export const counterpartKept = event<One & { until: string }>()("counterparts.kept")
/** What the rule of conservation announced in one night, in one file. */
export const counterpartsAnnounced = event<{ counterpartIds: string[]; bodyId: string; on: string }>()(
  "counterparts.announced",
)
/** `fromBodyId` keeps the one it was copied from. */
export const counterpartCopied = event<One & { fromId: string; fromBodyId: string }>()("counterparts.copied")
export const roleBegun = event<{ roleId: string; counterpartId: string; outsideId: string }>()("counterparts.roleBegun")
export const roleChanged = event<{ roleId: string; counterpartId: string; outsideId: string }>()(
  "counterparts.roleChanged",
)
export const counterpartKnown = event<One & { personId: string }>()("counterparts.known")
export const counterpartUnknown = event<One & { personId: string }>()("counterparts.unknown")
/** Somebody took e-mail addresses away: an export leaves the product's protection. */
export const addressesTaken = event<{ bodyId: string; counterpartIds: string[] }>()("counterparts.addressesTaken")

type Exchange = { exchangeId: string; bodyId: string }

/** `ownerId`: whose task the next step becomes; its words are in the exchange. */
export const exchangeLogged = event<Exchange & { counterpartIds: string[]; ownerId: string | null }>()(
  "exchanges.logged",
)
export const exchangeCorrected = event<Exchange>()("exchanges.corrected")
export const exchangeRemoved = event<Exchange>()("exchanges.removed")
export const requestAnswered = event<Exchange>()("exchanges.answered")
export const requestGivenUp = event<Exchange>()("exchanges.givenUp")
export const requestReopened = event<Exchange>()("exchanges.reopened")
export const requestReminded = event<Exchange & { due: string }>()("exchanges.reminded")
/** A mail in copy waits for somebody to say with whom it was. */
export const mailReceived = event<{ mailId: string; bodyId: string; personId: string }>()("exchanges.mailReceived")
export const mailDismissed = event<{ mailId: string; bodyId: string }>()("exchanges.mailDismissed")
