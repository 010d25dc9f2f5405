import { event } from "../../kernel/event.ts"

type Newcomer = { newcomerId: string; bodyId: string }

export const pageSet = event<{ bodyId: string; open: boolean }>()("welcome.pageSet")
export const stepsSet = event<{ bodyId: string; steps: number }>()("welcome.stepsSet")
export const detailsShown = event<{ email: boolean; phone: boolean }>()("welcome.detailsShown")

/** Somebody filled in the page; until they confirm, nothing is known of them but this. */
export const newcomerAsked = event<{ bodyId: string; newcomerId: string }>()("newcomers.asked")
export const newcomerConfirmed = event<Newcomer & { isNew: boolean }>()("newcomers.confirmed")
export const newcomerRecorded = event<Newcomer & { isNew: boolean }>()("newcomers.recorded")
export const newcomerIdentified = event<Newcomer & { personId: string; isNew: boolean }>()("newcomers.identified")
export const newcomerCorrected = event<Newcomer & { fields: string[] }>()("newcomers.corrected")
export const newcomerGiven = event<Newcomer & { welcomerId: string }>()("newcomers.given")
export const stepFinished = event<Newcomer & { place: number; skipped: boolean }>()("newcomers.stepFinished")
export const stepPlanned = event<Newcomer & { place: number; due: string }>()("newcomers.stepPlanned")
export const stepGiven = event<Newcomer & { place: number; personId: string | null }>()("newcomers.stepGiven")
export const newcomerPaused = event<Newcomer & { until: string }>()("newcomers.paused")
export const newcomerResumed = event<Newcomer>()("newcomers.resumed")
export const newcomerStopped = event<Newcomer & { told: boolean }>()("newcomers.stopped")
export const newcomerApplied = event<Newcomer & { applicationId: string }>()("newcomers.applied")
export const newcomerWelcomed = event<Newcomer>()("newcomers.welcomed")
export const linkRevoked = event<Newcomer>()("newcomers.linkRevoked")
export const newcomerForgotten = event<Newcomer & { erased: boolean }>()("newcomers.forgotten")
/** Those who never confirmed their address, erased in one night. */
export const unconfirmedErased = event<{ newcomers: number }>()("newcomers.unconfirmedErased")
