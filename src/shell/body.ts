import { useAddress } from "./go.tsx"
import { type SessionBody, useSession } from "./session.tsx"
import { keep, kept } from "./store.ts"

const KEPT = "permanence.instance"

/**
 * The body the page is about: the one in the address (?instance=), else the one last chosen here, else the first.
 * `choose` writes the address, so that a link shared with somebody else shows the same.
 */
export const useBody = (): { body: SessionBody | undefined; choose: (id: string) => void } => {
  const bodies = useSession().bodies ?? []
  const { values, set } = useAddress()
  const wanted = values["instance"] ?? kept(KEPT)
  const body = bodies.find(({ id }) => id === wanted) ?? bodies[0]
  const choose = (id: string) => {
    keep(KEPT, id)
    set({ instance: id })
  }
  return { body, choose }
}
