import { useCommand, useReadNamed } from "./api.ts"
import { refusalWords } from "./fault.tsx"
import { rowsOf } from "./rows-of.ts"
import { tell } from "./toast.tsx"
import { useWords } from "./use-words.ts"

/** A saved view of a list: a name and the part of the address that makes it. */
export type View = { name: string; search: string }

/** The views this person keeps of a list, on every device. A refusal is told in a message; `keep` answers whether it was kept. */
export const useViews = (list: string) => {
  const t = useWords()
  const read = useReadNamed("views.list", { list })
  const keeping = useCommand("views.keep")
  const forgetting = useCommand("views.forget")
  const tried = async (act: Promise<unknown>): Promise<boolean> => {
    try {
      await act
      return true
    } catch (error) {
      tell({ words: refusalWords(error, t), bad: true })
      return false
    }
  }
  return {
    views: rowsOf<View>(read.data),
    keep: (view: View) => tried(keeping.send({ list, ...view })),
    forget: (name: string) => tried(forgetting.send({ list, name })),
  }
}
