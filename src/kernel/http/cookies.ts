/** The cookie that says who a browser is. */
export const SESSION = "permanence"

/** The cookies of a request, by name; a malformed one is skipped. */
export const cookiesOf = (header: string | undefined): Record<string, string> => {
  const cookies: Record<string, string> = {}
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=")
    if (at < 0) continue
    try {
      cookies[pair.slice(0, at).trim()] = decodeURIComponent(pair.slice(at + 1).trim())
    } catch {
      // Not ours: every value we set decodes.
    }
  }
  return cookies
}

/** A cookie only our own pages receive, all or those under a path, that no script reads; `seconds` 0 removes it. Secure wherever the origin is https. */
export const cookie = (
  name: string,
  value: string,
  { origin, seconds, path = "/" }: { origin: string; seconds: number; path?: string },
): string =>
  `${name}=${encodeURIComponent(value)}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${origin.startsWith("https:") ? "; Secure" : ""}`
