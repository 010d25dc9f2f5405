import { useReach } from "./reach.ts"
import { useWords } from "./use-words.ts"

/** Says that the network or the database is away, and goes by itself when it is back. */
export const ReachBanner = () => {
  const t = useWords()
  const reach = useReach()
  return (
    <output className="banner-place">
      {reach !== "ok" && (
        <span className="banner">{t(reach === "offline" ? "shell.reach.offline" : "shell.reach.away")}</span>
      )}
    </output>
  )
}
