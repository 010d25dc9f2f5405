/**
 * What somebody asked this device to keep, to be read without network: copies of a sitting, in the cache of the browser, where `sw.js`
 * finds them. It rests there as it is, with no lock but the device's, so only what is not confidential is kept, until its day, until the
 * person signs out, or until somebody else signs in here.
 */
export type KeptSitting = {
  id: string
  title: string
  /** The moment it goes, and when it was fetched. */
  until: string
  at: string
}
type Index = { person: string; words: { title: string; lead: string }; sittings: KeptSitting[] }

const CACHE = "permanence-kept"
const INDEX = "/hors-ligne/index.json"

/** Only a page that came by https, or from this very machine, may keep anything. */
export const canKeep = (): boolean => typeof caches !== "undefined" && "serviceWorker" in navigator

const addresses = (id: string) => ["pdf", "html"].map((ending) => `/api/sittings/${id}/a-emporter.${ending}`)

/** Fetches a sitting and keeps it. @throws when the network or the device refuses: then nothing half is kept. */
export const keepSitting = async (
  sitting: Omit<KeptSitting, "at">,
  { person, words }: Omit<Index, "sittings">,
): Promise<void> => {
  const fetched = await Promise.all(addresses(sitting.id).map((address) => fetch(address, { cache: "no-store" })))
  if (fetched.some(({ ok }) => !ok)) throw new Error("not fetched")
  await navigator.serviceWorker.register("/sw.js")
  const cache = await caches.open(CACHE)
  for (const [index, address] of addresses(sitting.id).entries()) await cache.put(address, fetched[index]!)
  const others = (await keptSittings(person)).filter(({ id }) => id !== sitting.id)
  await write({ person, words, sittings: [...others, { ...sitting, at: new Date().toISOString() }] })
}

/** What is kept here for this person. */
export const keptSittings = async (person: string): Promise<KeptSitting[]> => {
  const index = await read()
  const now = new Date().toISOString()
  return index?.person === person ? index.sittings.filter(({ until }) => until >= now) : []
}

export const dropSitting = async (sittingId: string): Promise<void> => {
  const index = await read()
  if (!index) return
  const sittings = index.sittings.filter(({ id }) => id !== sittingId)
  if (sittings.length === 0) return forgetKept()
  const cache = await caches.open(CACHE)
  for (const address of addresses(sittingId)) await cache.delete(address)
  await write({ ...index, sittings })
}

/** Takes away all that is kept here, and what would answer with it. */
export const forgetKept = async (): Promise<void> => {
  if (!canKeep()) return
  await caches.delete(CACHE)
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
}

/** At each start: what is past its day goes, and all of it when somebody else is here now. */
export const sweepKept = async (person: string | undefined): Promise<void> => {
  if (!canKeep() || !(await caches.has(CACHE))) return
  const index = await read()
  if (!index || index.person !== person) return forgetKept()
  const now = new Date().toISOString()
  for (const { id, until } of index.sittings) if (until < now) await dropSitting(id)
}

const read = async (): Promise<Index | undefined> => {
  if (!canKeep()) return undefined
  const found = await (await caches.open(CACHE)).match(INDEX)
  return found?.json() as Promise<Index> | undefined
}

const write = async (index: Index) => (await caches.open(CACHE)).put(INDEX, Response.json(index))
