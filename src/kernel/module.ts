import type { Command } from "./command.ts"
import type { Reaction } from "./reaction.ts"
import type { Read } from "./read.ts"
import type { Confided } from "./confide.ts"
import type { Held } from "./held.ts"
import type { Door } from "./file/door.ts"
import type { Route } from "./http/route.ts"
import type { Schedule, Worker } from "./job.ts"
import type { EventMaker } from "./event.ts"
import type { OnMatterSource } from "./on-matter.ts"
import type { OnSittingItemSource } from "./on-sitting-item.ts"
import type { WaitingSource } from "./waiting.ts"

/** A chapter of the product: what it can do, say, remember and answer to. */
export type Module = {
  name: string
  layer: "foundation" | "work" | "reader"
  /** Where the module's `migrations/` lie: `import.meta.url` of its module.ts. */
  at: string
  commands?: readonly Command<any, any, any, any>[]
  reads?: readonly Read<any, any, any, any>[]
  events?: readonly EventMaker<any, any>[]
  reactions?: readonly Reaction[]
  schedules?: readonly Schedule[]
  workers?: readonly Worker[]
  /** Pages without script, files, feeds: what is neither a command nor a read. */
  routes?: readonly Route[]
  /** The columns whose words rest encrypted where they are confidential. */
  confided?: readonly Confided[]
  /** The columns of its tables that name a person. */
  held?: readonly Held[]
  /** Who may open the files that hang on its things. */
  doors?: readonly Door[]
  /** What waits here for whoever asks: it becomes their page of today. */
  waiting?: WaitingSource
  /** What hangs on matters here: it becomes part of their page. */
  onMatter?: OnMatterSource
  /** What is written here for items of sittings: it becomes part of the sitting book. */
  onSittingItem?: OnSittingItemSource
}

export const module = <const M extends Module>(definition: M): M => definition
