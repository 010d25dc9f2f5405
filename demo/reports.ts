import { system } from "../src/kernel/job.ts"
import { replyToAnnotation } from "../src/modules/annotations/reply.ts"
import { writeAnnotation } from "../src/modules/annotations/write.ts"
import { keepFile } from "../src/modules/documents/contract.ts"
import { receivePapers } from "../src/modules/sittings/receive/receive.ts"
import type { Manner } from "./played.ts"
import { placeOf, scanOf } from "./scan.ts"
import type { Stage } from "./stage.ts"

export type ReportTold = {
  /** Its lines, on one page. */
  lines: string[]
  notes: {
    who: string
    /** Words of one of the lines. */ on: string
    said: string
    shared?: true
    reply?: [who: string, said: string]
  }[]
}

/** The reports of a sitting, received at once; they find their items by their numbers. Each is read with a pencil. */
export const reportsOf = async (
  items: readonly { number: string; title: string; report?: ReportTold }[],
  sittingId: string,
  stage: Stage,
  { bodyId, secretary }: Manner,
) => {
  const kept: { fileId: string; told: ReportTold }[] = []
  for (const { number, title, report: told } of items) {
    if (!told) continue
    const name = `Rapport ${number} - ${title}.pdf`
    const actor = { ...system(stage.organisation), personId: stage.person(secretary) }
    const content = scanOf(told.lines)
    kept.push({ told, fileId: await stage.within((given) => keepFile({ bodyId, name, content }, { ...given, actor })) })
  }
  if (kept.length === 0) return
  await stage.act(secretary, receivePapers, { sittingId, fileIds: kept.map(({ fileId }) => fileId) })
  for (const { fileId, told } of kept)
    for (const { who, on, said, shared, reply } of told.notes) {
      const passage = { fileId, page: 1, quote: on, rects: [placeOf(on, told.lines)] }
      const { annotationId } = await stage.act(who, writeAnnotation, { ...passage, said, shared: shared ?? false })
      if (reply) await stage.act(reply[0], replyToAnnotation, { annotationId, said: reply[1] })
    }
}
