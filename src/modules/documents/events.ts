import { event } from "../../kernel/event.ts"

export const fileKept = event<{ fileId: string; bodyId: string }>()("files.kept")
