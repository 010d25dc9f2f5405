import { event } from "../../kernel/event.ts"

/** Of a note that somebody writes for themselves, the journal knows neither the paper nor the body. */
type Annotation = { annotationId: string; fileId: string | null; bodyId: string | null }
export const annotationWritten = event<Annotation>()("annotations.written")
export const annotationChanged = event<Annotation>()("annotations.changed")
export const annotationRemoved = event<Annotation>()("annotations.removed")
export const annotationReplied = event<Annotation & { replyId: string }>()("annotations.replied")
export const annotationSettled = event<Annotation & { settled: boolean }>()("annotations.settled")
export const annotationsCarried = event<{ fileId: string; carried: number; gone: number }>()("annotations.carried")
