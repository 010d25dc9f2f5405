import { useState } from "react"
import { useRead } from "../../../../shell/api.ts"
import { Reading } from "../../../../shell/fault.tsx"
import { useParam } from "../../../../shell/go.tsx"
import { Prompter } from "./prompter.tsx"
import type { Prompt } from "./prompter.tsx"

/** A text to be said, on a telephone held in one hand. Once it is open nothing more is asked of the network. */
export const PrompterPage = () => {
  const textId = useParam("textId")
  return <Reading of={useRead("texts.prompt", { textId })}>{(of) => <Held of={of} />}</Reading>
}

// As it stood when it was opened: a text must not change under the eyes of who is saying it.
const Held = ({ of }: { of: Prompt }) => {
  const [held] = useState(of)
  return <Prompter of={held} />
}
