const KEPT = "permanence.vers"

/** Where the person was going when sign-in stopped them; kept on this device, because the link opens in another tab. */
export const keepWay = (to: string | undefined): void => {
  if (to && isOurs(to)) localStorage.setItem(KEPT, to)
}

export const keptWay = (): string => {
  const to = localStorage.getItem(KEPT) ?? "/"
  localStorage.removeItem(KEPT)
  return isOurs(to) ? to : "/"
}

// "//elsewhere.example" is an address of somebody else.
const isOurs = (to: string) => /^\/(?![/\\])/.test(to) && !to.startsWith("/entrer")
