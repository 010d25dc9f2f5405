import { Act } from "../../../../shell/act.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"
import type { Prompt } from "./prompter.tsx"

/** Once it is said: how long it took, and whether that counts for the pace. Only a text said to its end does. */
export const AfterSpeech = ({ of, seconds, onClose }: { of: Prompt; seconds: number; onClose: () => void }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <div className="prompter-after">
      <output>
        <strong>{t("texts.prompter.took", { time: say.lastingSeconds(seconds) })}</strong> {t("texts.prompter.whole")}
      </output>
      <div className="prompter-bar">
        <Act
          command="texts.time"
          input={{ textId: of.id, seconds }}
          kind="main"
          done={t("texts.prompter.timed")}
          onDone={onClose}
        >
          {t("texts.prompter.keep")}
        </Act>
        <button type="button" className="prompter-button" onClick={onClose}>
          {t("texts.prompter.keep_not")}
        </button>
      </div>
    </div>
  )
}
