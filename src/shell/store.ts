/**
 * What this device keeps. Private windows and full disks refuse to: then nothing is kept, and the page goes on.
 * `keep` says whether it was kept.
 */
export const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const keep = (key: string, value: string | null): boolean => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}
