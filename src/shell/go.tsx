import { useParams, useRouter, useRouterState } from "@tanstack/react-router"
import { type AnchorHTMLAttributes, type MouseEvent, useCallback } from "react"

/** Goes to an address of ours, keeping the chosen body. */
export const useGo = () => {
  const router = useRouter()
  return useCallback(
    (to: string, { replace = false } = {}) => {
      const href = withBody(to, router.state.location.searchStr)
      if (replace) router.history.replace(href)
      else router.history.push(href)
    },
    [router],
  )
}

/** A link. Inside the product it changes the page without loading it; modified clicks and other sites act as usual. */
export const Link = ({
  to,
  onClick,
  ...rest
}: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string }) => {
  const go = useGo()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const ours = to.startsWith("/") && !to.startsWith("/api/") && !rest.target && rest.download === undefined
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !ours || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  // oxlint-disable-next-line jsx-a11y/anchor-has-content -- the content arrives with the other properties
  return <a {...rest} href={ours ? withBody(to, search) : to} onClick={follow} />
}

/** The value of "$name" in the page's path. */
export const useParam = (name: string): string => {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[name] ?? ""
}

/** The address bar as flat values, and a way to change some of them: `undefined` or "" takes one out. */
export const useAddress = () => {
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const path = useRouterState({ select: (state) => state.location.pathname })
  const go = useGo()
  const values = Object.fromEntries(new URLSearchParams(search)) as Readonly<Record<string, string>>
  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      const next = new URLSearchParams(search)
      for (const [key, value] of Object.entries(changes))
        if (value) next.set(key, value)
        else next.delete(key)
      const text = next.toString()
      go(`${path}${text ? `?${text}` : ""}`, { replace: true })
    },
    [search, path, go],
  )
  return { path, values, set }
}

const withBody = (to: string, search: string) => {
  const body = new URLSearchParams(search).get("instance")
  if (!body || !to.startsWith("/")) return to
  const url = new URL(to, "http://here")
  if (!url.searchParams.has("instance")) url.searchParams.set("instance", body)
  return url.pathname + url.search + url.hash
}
