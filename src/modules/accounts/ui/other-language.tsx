import { speak } from "../../../shell/language.ts"
import { useLanguage, useWords } from "../../../shell/use-words.ts"

/** The other language, named in itself, for whoever cannot read this one. */
export const OtherLanguage = () => {
  const t = useWords()
  const other = useLanguage() === "fr" ? "en" : "fr"
  return (
    <p>
      <button type="button" className="linklike soft" lang={other} onClick={() => speak(other)}>
        {t(`accounts.language.${other}`)}
      </button>
    </p>
  )
}
