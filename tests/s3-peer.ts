import { createHash, createHmac } from "node:crypto"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"

/**
 * A small S3 server for tests: one bucket in memory, and no request is answered before its signature, its body's hash and
 * its date are verified as AWS documents them. `url` is an S3_URL; `objects` is what it holds.
 */
export async function s3Peer({ secret = "wJalr/EXAMPLE+KEY" } = {}) {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const wrong = refusal(request, body, secret)
    const url = new URL(request.url!, "http://peer")
    if (wrong) return response.writeHead(403).end(`<Error><Code>${wrong}</Code></Error>`)
    if (request.method === "PUT") {
      objects.set(url.pathname, body)
      return response.writeHead(200).end()
    }
    if (request.method === "DELETE") {
      objects.delete(url.pathname)
      return response.writeHead(204).end()
    }
    if (url.searchParams.get("list-type") === "2") return response.end(listing(url, objects))
    const found = objects.get(url.pathname)
    if (!found) return response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>")
    const [, start, end] = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/) ?? []
    const part = start ? found.subarray(Number(start), Number(end) + 1) : found
    response.writeHead(start ? 206 : 200, { "content-length": part.length })
    return response.end(request.method === "HEAD" ? undefined : part)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    objects,
    url: `http://AKIAEXAMPLE:${encodeURIComponent(secret)}@127.0.0.1:${port}/papers/inner?region=eu-west-3`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

function refusal(request: IncomingMessage, body: Buffer, secret: string): string | undefined {
  const header = (name: string) => String(request.headers[name] ?? "")
  const [, scope = "", names = "", signature] =
    header("authorization").match(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/(\S+?),\s*SignedHeaders=(\S+?),\s*Signature=(\w{64})$/,
    ) ?? []
  const date = header("x-amz-date")
  const age = Math.abs(Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5")) - Date.now())
  if (!(age < 15 * 60_000)) return "RequestTimeTooSkewed"
  if (sha256(body) !== header("x-amz-content-sha256")) return "XAmzContentSHA256Mismatch"
  if (!names.split(";").includes("host")) return "AccessDenied"
  const [path, query = ""] = request.url!.split("?")
  const parameters = query
    .split("&")
    .filter(Boolean)
    .map((pair) => pair.replaceAll("+", "%20"))
  let canonical = `${request.method}\n${path}\n${parameters.sort().join("&")}\n`
  for (const name of names.split(";")) canonical += `${name}:${header(name).trim()}\n`
  canonical += `\n${names}\n${header("x-amz-content-sha256")}`
  const [day = "", region = "", service = "", end = ""] = scope.split("/")
  if (region !== "eu-west-3" || service !== "s3" || !date.startsWith(day)) return "AuthorizationHeaderMalformed"
  let key: Buffer | string = `AWS4${secret}`
  for (const step of [day, region, service, end]) key = createHmac("sha256", key).update(step).digest()
  const expected = createHmac("sha256", key).update(`AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`)
  return expected.digest("hex") === signature ? undefined : "SignatureDoesNotMatch"
}

// Two a page, so that going on to the next page is tried.
function listing(url: URL, objects: Map<string, Buffer>): string {
  const keys = [...objects.keys()].map((path) => path.replace("/papers/", "")).toSorted()
  const inside = keys.filter((key) => key.startsWith(url.searchParams.get("prefix") ?? ""))
  const from = Number(url.searchParams.get("continuation-token")?.replace("a+b=&", "") ?? 0)
  const items = inside
    .slice(from, from + 2)
    .map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(`/papers/${key}`)!.length}</Size></Contents>`)
  const next = from + 2 < inside.length ? `<NextContinuationToken>a+b=&amp;${from + 2}</NextContinuationToken>` : ""
  return `<ListBucketResult>${items.join("")}${next}</ListBucketResult>`
}

const sha256 = (text: Buffer | string) => createHash("sha256").update(text).digest("hex")
