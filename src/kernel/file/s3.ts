import { createHash } from "node:crypto"
import { openAsBlob } from "node:fs"
import { Readable } from "node:stream"
import { signed, type S3Account } from "./s3-signature.ts"
import { type Key, named, SEALED, type Shelf } from "./shelf.ts"

/**
 * Files at an S3 server: https://KEY:SECRET@host/bucket[/prefix]?region=eu-west-3, with the bucket in the path, as every
 * S3 server understands. One PUT a file (up to 5 GB; ours stop at 600 MB), whose SHA-256 the server checks.
 */
export function s3(url: string): Shelf {
  const { account, endpoint, prefix } = parts(url)
  const pathOf = ({ organisation, hash, sealed }: Key) =>
    `${prefix}/${organisation}/${hash.slice(0, 2)}/${hash.slice(2)}${sealed ? SEALED : ""}`
  const ask = async (method: string, path: string, extra: Extra = {}) => {
    const target = new URL(endpoint + path)
    for (const [name, value] of Object.entries(extra.query ?? {})) target.searchParams.set(name, value)
    const headers = signed(account, {
      method,
      url: target,
      headers: extra.headers ?? {},
      hash: extra.hash ?? emptyHash,
      at: new Date(),
    })
    const limit = AbortSignal.timeout(extra.body ? 600_000 : 60_000)
    const answer = await fetch(target, { method, headers, body: extra.body ?? null, signal: limit, redirect: "error" })
    if (answer.ok || answer.status === 404) return answer
    const reason = (await answer.text()).match(/<Code>([^<]*)/)?.[1] ?? ""
    throw new Error(`S3 answered ${answer.status} ${reason} to ${method} at ${target.host}`)
  }

  return {
    async place(temporary, key, bytes) {
      const body = await openAsBlob(temporary)
      const answer = await ask("PUT", pathOf(key), {
        body,
        hash: key.sealed ? await hashOf(body) : key.hash,
        headers: { "content-length": String(bytes) },
      })
      if (answer.status === 404) throw new Error("S3 knows no such bucket")
      await answer.body?.cancel()
    },
    async read(key, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const answer = await ask("GET", pathOf(key), { headers })
      if (answer.status === 404 || !answer.body) {
        await answer.body?.cancel()
        return undefined
      }
      return Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
    },
    async bytes(key) {
      const answer = await ask("HEAD", pathOf(key))
      return answer.status === 404 ? undefined : Number(answer.headers.get("content-length"))
    },
    async remove(key) {
      await (await ask("DELETE", pathOf(key))).body?.cancel()
    },
    async *each(organisation) {
      const [, bucket, inside] = prefix.match(/^(\/[^/]+)\/?(.*)$/) ?? []
      const folder = `${inside ? `${inside}/` : ""}${organisation}/`
      let more: Record<string, string> | undefined = {}
      while (more) {
        const answer: Response = await ask("GET", bucket!, { query: { "list-type": "2", prefix: folder, ...more } })
        const page: string = await answer.text()
        for (const [, item = ""] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
          const found = named((item.match(/<Key>([^<]*)/)?.[1] ?? "").slice(folder.length).replace("/", ""))
          if (/^[0-9a-f]{64}$/.test(found.hash)) yield { ...found, bytes: Number(item.match(/<Size>(\d+)/)?.[1]) }
        }
        const next = page.match(/<NextContinuationToken>([^<]*)/)?.[1]
        more = next ? { "continuation-token": next.replaceAll("&amp;", "&") } : undefined
      }
    },
  }
}

const hashOf = async (body: Blob): Promise<string> => {
  const hash = createHash("sha256")
  for await (const chunk of body.stream()) hash.update(chunk)
  return hash.digest("hex")
}

type Extra = { headers?: Record<string, string>; query?: Record<string, string>; body?: Blob; hash?: string }

// SHA-256 of nothing: what a request without a body signs.
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

function parts(url: string): { account: S3Account; endpoint: string; prefix: string } {
  const { protocol, host, username, password, pathname, searchParams } = new URL(url)
  return {
    account: {
      key: decodeURIComponent(username),
      secret: decodeURIComponent(password),
      region: searchParams.get("region") ?? "us-east-1",
    },
    endpoint: `${protocol}//${host}`,
    prefix: pathname.replace(/\/+$/, ""),
  }
}
