import type { QueryClient } from "@tanstack/react-query"
import { askRead } from "./request.ts"
import { onReach } from "./reach.ts"

/** Keeps every page fresh: what others do arrives by server-sent events, and a lost link is tried until it is back. */
export const listen = (client: QueryClient): void => {
  const refresh = debounced(() => void client.invalidateQueries(), 250)
  onReach((reach) => {
    if (reach === "ok") refresh()
    else void knock()
  })
  let source: EventSource | undefined
  const session = () => client.getQueryData<{ state?: string }>(["session.read", {}])?.state
  client.getQueryCache().subscribe(() => {
    const wanted = session() === "signed_in"
    if (wanted && !source) source = open(refresh)
    if (!wanted && source && session()) source = void source.close()
  })
}

const open = (refresh: () => void): EventSource => {
  const source = new EventSource("/api/live")
  let broken = false
  source.addEventListener("message", refresh)
  source.addEventListener("error", () => (broken = true))
  // What happened while the line was cut was not heard: everything is asked again.
  source.addEventListener("open", () => {
    if (broken) refresh()
    broken = false
  })
  return source
}

// Asks for the session, the cheapest read, at growing intervals until it is answered.
let knocking = false
const knock = async () => {
  if (knocking) return
  knocking = true
  for (let wait = 2000; ; wait = Math.min(wait * 1.5, 15_000)) {
    await new Promise((done) => setTimeout(done, wait))
    const answered = await askRead("session.read", {}).then(
      () => true,
      (error: { status?: number }) => error.status !== undefined && error.status > 0 && error.status < 500,
    )
    if (answered) break
  }
  knocking = false
}

const debounced = (act: () => void, delay: number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, delay)
  }
}
