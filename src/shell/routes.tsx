import { type AnyRoute, Outlet, createRootRoute, createRoute, createRouter } from "@tanstack/react-router"
import { type ReactNode, Suspense, lazy, use, useEffect } from "react"
import { accentStyle } from "./accent.ts"
import { AuthShell } from "./auth-shell.tsx"
import { usePlace } from "./arrival.ts"
import { restOfWords } from "./fetch-words.ts"
import { FaultBoundary, NotFound, Reading, Waiting } from "./fault.tsx"
import { Frame } from "./frame.tsx"
import { useAddress, useGo } from "./go.tsx"
import { sweepKept } from "./kept.ts"
import { speak } from "./language.ts"
import { type Page as ModulePage, pages, places } from "./modules.ts"
import { Page } from "./page.tsx"
import { type Session, SessionProvider, useSession, useSessionRead } from "./session.tsx"
import { useLanguage, useWords } from "./use-words.ts"

declare const __GALLERY__: boolean

/** Where a person without session goes, and where a new installation is claimed. Both pages belong to the sign-in module. */
export const SIGN_IN = "/entrer"
export const FIRST_VISIT = "/bienvenue"

/** Where the day begins. */
const HOME = "/"

/** The addresses of the product: the modules' pages, and a home when no module has one. */
export const makeRouter = () => {
  const root = createRootRoute({
    component: Outlet,
    notFoundComponent: () => (
      <Framed>
        <NotFound />
      </Framed>
    ),
  })
  // One frame for all pages: it stays while they change, and with it what is read aloud of messages.
  const framed = createRoute({
    getParentRoute: () => root,
    id: "framed",
    component: () => (
      <Framed>
        <Outlet />
      </Framed>
    ),
  })
  const all: ModulePage[] = [...pages]
  if (!all.some(({ path }) => path === HOME)) all.push({ path: HOME, component: Home })
  if (import.meta.env.DEV || __GALLERY__) all.push({ path: "/galerie", component: Gallery, open: true })
  const routesUnder = (parent: AnyRoute, those: readonly ModulePage[]) =>
    those.map(({ path, component, open: bare = false }) =>
      createRoute({
        getParentRoute: () => parent,
        path,
        component: () => <Bare of={component} isFirst={path === HOME} on={bare ? AuthShell : Page} />,
      }),
    )
  const open = routesUnder(
    root,
    all.filter((page) => page.open),
  )
  const inside = routesUnder(
    framed,
    all.filter((page) => !page.open),
  )
  return createRouter({
    routeTree: root.addChildren([...open, framed.addChildren(inside)]),
    scrollRestoration: true,
    // The address bar holds plain words, not JSON.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text ? `?${text}` : ""
    },
  })
}

const Gallery = import.meta.env.DEV || __GALLERY__ ? lazy(() => import("./gallery.tsx")) : NotFound

const Bare = ({
  of: Content,
  isFirst,
  on,
}: {
  of: ModulePage["component"]
  isFirst: boolean
  on: typeof AuthShell | typeof Page
}) => {
  const place = usePlace()
  const language = useLanguage()
  useEffect(() => {
    // Today is drawn with its own words; those of the next page come while it is read.
    if (isFirst) setTimeout(() => void restOfWords(language).catch(() => {}), 1000)
  }, [isFirst, language])
  return (
    <FaultBoundary key={place} on={on}>
      <Suspense fallback={<Waiting />}>{isFirst ? <Content /> : <Worded of={Content} />}</Suspense>
    </FaultBoundary>
  )
}

const Worded = ({ of: Content }: { of: ModulePage["component"] }) => {
  use(restOfWords(useLanguage()))
  return <Content />
}

const Framed = ({ children }: { children: ReactNode }) => (
  <Reading of={useSessionRead()}>{(session: Session) => <Inside session={session}>{children}</Inside>}</Reading>
)

const Inside = ({ session, children }: { session: Session; children: ReactNode }) => {
  const go = useGo()
  const shown = useLanguage()
  const { path, values } = useAddress()
  useEffect(() => {
    if (session.state === "unclaimed") go(FIRST_VISIT, { replace: true })
    if (session.state === "signed_out") go(signInAddress(path, values), { replace: true })
    // The place that was asked for is remembered once, at the moment of leaving it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session.state])
  useEffect(() => {
    if (session.language && session.language !== shown) speak(session.language)
    document.documentElement.style.cssText = accentStyle(session.organisation?.accent)
  }, [session.language, shown, session.organisation?.accent])
  useEffect(() => {
    void sweepKept(session.person?.id).catch(() => {})
  }, [session.person?.id])
  if (session.state !== "signed_in") return <Waiting />
  return (
    <SessionProvider value={session}>
      <Frame>{children}</Frame>
    </SessionProvider>
  )
}

const signInAddress = (path: string, values: Readonly<Record<string, string>>) => {
  const search = new URLSearchParams(values).toString()
  return `${SIGN_IN}?${new URLSearchParams({ vers: search ? `${path}?${search}` : path })}`
}

const Home = () => {
  const t = useWords()
  const go = useGo()
  const { person } = useSession()
  const first = places[0]?.path
  useEffect(() => {
    if (first) go(first, { replace: true })
  }, [first, go])
  return <Page title={t("shell.home.title", { name: person?.name ?? "" })} lead={t("shell.home.lead")} />
}
