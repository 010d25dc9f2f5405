import { setReach } from "./reach.ts"

/** An answer that is not a success. `message` is already in the reader's language when the server wrote it. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Record<string, unknown>
  readonly issues: readonly Issue[]
  constructor(
    status: number,
    body: { code?: string; message?: string; facts?: Record<string, unknown>; issues?: Issue[] } = {},
  ) {
    super(body.message ?? body.code ?? String(status))
    this.status = status
    this.code = body.code ?? "unexpected"
    this.facts = body.facts ?? {}
    this.issues = body.issues ?? []
  }
}

/** One field of the input that the schema refuses. */
export type Issue = { path: readonly (string | number)[]; message: string }

/** 0 is our own status for "the network did not answer". */
export const isPassing = (error: unknown): boolean =>
  error instanceof Refusal &&
  (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504)

/** `POST /api/<name>`. The same `commandId` may be sent again and again: the server acts once. */
export const sendCommand = async (name: string, input: unknown, commandId: string): Promise<unknown> => {
  const headers = { "content-type": "application/json", "x-command-id": commandId }
  for (let attempt = 0; ; attempt++) {
    try {
      return await answer(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(input ?? {}) })
    } catch (error) {
      if (!isPassing(error) || attempt === patience.length) throw error
      await new Promise((done) => setTimeout(done, patience[attempt]))
    }
  }
}

/** `GET /api/<name>?…`: flat values as they are, objects and lists as JSON; what is undefined or null is left out. */
export const askRead = (
  name: string,
  input: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<unknown> => answer(readAddress(name, input), signal ? { signal } : {})

/** The address of a read, for links that download it. */
export const readAddress = (name: string, input: Readonly<Record<string, unknown>> = {}): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input))
    if (value !== undefined && value !== null)
      query.set(key, typeof value === "object" ? JSON.stringify(value) : String(value))
  const text = query.toString()
  return `/api/${name}${text ? `?${text}` : ""}`
}

/** An id for a gesture. `crypto.randomUUID` is missing on http pages other than localhost: a server of the house has one. */
export const newId = (): string => {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

/** Delays before a new attempt, in milliseconds. A person waits about five seconds, then decides. */
const patience = [400, 1200, 3000]

export const answer = async (address: string, init: RequestInit): Promise<unknown> => {
  const headers = { ...init.headers, "accept-language": document.documentElement.lang }
  const response = await fetch(address, { credentials: "same-origin", ...init, headers }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    setReach("offline")
    throw new Refusal(0, { code: "network" })
  })
  if ([502, 503, 504].includes(response.status)) setReach("away")
  else setReach("ok")
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new Refusal(response.status, body.error)
  return body.data
}
