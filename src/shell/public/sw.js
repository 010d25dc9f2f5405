// Without network, answers with what somebody asked this device to keep (src/shell/kept.ts), and with nothing else: it keeps nothing by
// itself. What is past its day goes.
const CACHE = "permanence-kept"
const INDEX = "/hors-ligne/index.json"

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))
self.addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== "GET" || origin !== location.origin) return
  if (/^\/api\/sittings\/[^/]+\/a-emporter\.(pdf|html)$/.test(pathname))
    event.respondWith(fetch(request).catch(() => keptAt(pathname)))
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => keptPage(pathname)))
})

const keptAt = async (path) => {
  await withoutPast()
  return (await (await caches.open(CACHE)).match(path)) ?? Response.error()
}

const keptPage = async (path) => {
  const { sittings = [], words } = await withoutPast()
  const asked = sittings.find(({ id }) => path.includes(id)) ?? (sittings.length === 1 ? sittings[0] : undefined)
  if (asked) return keptAt(`/api/sittings/${asked.id}/a-emporter.html`)
  return sittings.length ? listed(sittings, words) : Response.error()
}

const withoutPast = async () => {
  const cache = await caches.open(CACHE)
  const index = await cache.match(INDEX)
  if (!index) return {}
  const kept = await index.json()
  const now = new Date().toISOString()
  for (const { id } of kept.sittings.filter(({ until }) => until < now))
    for (const ending of ["pdf", "html"]) await cache.delete(`/api/sittings/${id}/a-emporter.${ending}`)
  const sittings = kept.sittings.filter(({ until }) => until >= now)
  if (sittings.length < kept.sittings.length) await cache.put(INDEX, Response.json({ ...kept, sittings }))
  return { ...kept, sittings }
}

const safe = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const listed = (sittings, words) =>
  new Response(
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
     <meta name="color-scheme" content="light dark"><title>${safe(words.title)}</title>
     <body style="font: 1.1rem/1.5 system-ui; margin: 2rem auto; max-width: 40rem; padding: 0 1rem">
     <h1>${safe(words.title)}</h1><p>${safe(words.lead)}</p><ul>${sittings
       .map(({ id, title }) => `<li><a href="/seances/${safe(id)}">${safe(title)}</a></li>`)
       .join("")}</ul>`,
    { headers: { "content-type": "text/html; charset=utf-8" } },
  )
