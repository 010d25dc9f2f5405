import { useEffect, useRef, type ReactNode } from "react"
import { isTyping } from "./arrival.ts"
import { useBody } from "./body.ts"
import { BodySwitch } from "./body-switch.tsx"
import { Link, useAddress } from "./go.tsx"
import { chaptersOf, places, under } from "./modules.ts"
import { Palette, openPalette } from "./palette.tsx"
import { ReachBanner } from "./reach-banner.tsx"
import { useSession } from "./session.tsx"
import { Toasts } from "./toast.tsx"
import { useWords } from "./use-words.ts"

/** What stays around every page: the rail of places, the body, search, who I am; on a phone a bar above and four tabs below. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { path } = useAddress()
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    dialog.current?.close()
    // While a page comes, the focus is not left on a link that is gone; its title takes it then (`useArrival`).
    if (!isTyping() && !document.activeElement?.matches("main h1"))
      document.getElementById("contenu")?.focus({ preventScroll: true })
  }, [path])
  const tabs = places.length > 4 ? places.slice(0, 3) : places
  return (
    <>
      <a className="skip button" href="#contenu">
        {t("shell.skip")}
      </a>
      <header className="top">
        <BodySwitch short />
        <button className="find" type="button" onClick={openPalette}>
          {t("shell.find")}
        </button>
      </header>
      <div className="frame">
        <header className="rail">
          <BodySwitch />
          <button className="find" type="button" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
            <span>{t("shell.find")}</span>
            <kbd>{t("shell.find.key")}</kbd>
          </button>
          <nav aria-label={t("shell.nav.main")}>
            <Places />
          </nav>
          <Me />
        </header>
        <main id="contenu" tabIndex={-1}>
          <ReachBanner />
          <SecondFactor />
          {children}
        </main>
      </div>
      {tabs.length > 0 && (
        <nav className="tabs" aria-label={t("shell.nav.short")}>
          <Places of={tabs} counts={false} />
          {tabs.length < places.length && (
            <button
              type="button"
              onClick={() => dialog.current?.showModal()}
              aria-current={current(path, tabs) ? undefined : "page"}
            >
              {t("shell.nav.more")}
            </button>
          )}
        </nav>
      )}
      <dialog ref={dialog} className="dialog more" aria-label={t("shell.nav.all")}>
        <nav className="rail-list" aria-label={t("shell.nav.all")}>
          <Places />
        </nav>
        <Me />
        <form method="dialog">
          <button className="button">{t("shell.close")}</button>
        </form>
      </dialog>
      <Palette />
      <Toasts />
    </>
  )
}

// Until it is given, the acts of these functions are not drawn: this says why, and leads to where it can be mended.
const SecondFactor = () => {
  const t = useWords()
  const { path } = useAddress()
  const { second_factor } = useSession()
  if (!second_factor || path === "/compte") return null
  const { functions, stands } = second_factor
  return (
    <p className="banner">
      {t("shell.second_factor", { functions: functions.join(", "), count: functions.length })}{" "}
      <Link to={stands ? "/entrer/code" : "/compte"}>
        {t(stands ? "shell.second_factor.give" : "shell.second_factor.set")}
      </Link>
    </p>
  )
}

const Places = ({ of = places, counts = true }: { of?: typeof places; counts?: boolean }) => {
  const t = useWords()
  const { path } = useAddress()
  const { waiting = 0 } = useSession()
  const here = current(path, of)
  return of.map((place) => (
    <Link key={place.path} to={place.path} aria-current={place.path === here ? "page" : undefined}>
      <span>{t(place.words)}</span>
      {counts && place.count === "waiting" && waiting > 0 && (
        <span className="count">
          {waiting}
          <span className="unseen"> {t("shell.nav.waiting", { count: waiting })}</span>
        </span>
      )}
    </Link>
  ))
}

const Me = () => {
  const t = useWords()
  const { person } = useSession()
  const { body } = useBody()
  if (!person) return null
  return (
    <p className="soft me">
      {person.name}
      {body && body.functions.length > 0 && (
        <>
          <br />
          {body.functions.join(", ")}
        </>
      )}
      <br />
      <Link to="/compte">{t("shell.account")}</Link>
    </p>
  )
}

// A page below a place, or below a chapter of it, keeps the place lit.
const current = (path: string, of: typeof places) => {
  const found = of.map((place) => ({
    place: place.path,
    pages: [place.path, ...chaptersOf(place.path).map((one) => one.path)],
  }))
  const page = under(
    path,
    found.flatMap(({ pages }) => pages),
  )
  return found.find(({ pages }) => page && pages.includes(page))?.place
}
