import { event } from "../../kernel/event.ts"

export const fileKept = event<{ fileId: string; bodyId: string }>()("files.kept")
/** Its text was read, and can be searched. */
export const fileRead = event<{ fileId: string; bodyId: string }>()("files.read")
