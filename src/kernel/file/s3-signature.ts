import { createHash, createHmac } from "node:crypto"

export type S3Account = { key: string; secret: string; region: string }

export type S3Request = {
  method: string
  url: URL
  headers: Record<string, string>
  /** SHA-256 of the body, hexadecimal. */
  hash: string
  at: Date
}

/** The headers of the request with its signature, AWS Signature Version 4 (docs.aws.amazon.com, "sig-v4-header-based-auth"). */
export function signed(account: S3Account, { method, url, headers, hash, at }: S3Request): Record<string, string> {
  const moment = at.toISOString().replace(/[-:]|\.\d+/g, "")
  const scope = `${moment.slice(0, 8)}/${account.region}/s3/aws4_request`
  const all: Record<string, string> = { ...headers, "x-amz-content-sha256": hash, "x-amz-date": moment }
  const signedHeaders: Record<string, string> = { ...all, host: url.host }
  // fetch writes the length itself, and a proxy may change it: unsigned.
  delete signedHeaders["content-length"]
  const names = Object.keys(signedHeaders).toSorted(byCode)
  const canonical = [
    method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .toSorted(byCode)
      .join("&"),
    ...names.map((name) => `${name}:${signedHeaders[name]?.trim()}`),
    "",
    names.join(";"),
    hash,
  ].join("\n")
  const text = ["AWS4-HMAC-SHA256", moment, scope, createHash("sha256").update(canonical).digest("hex")].join("\n")
  const key = scope.split("/").reduce<Buffer>(hmac, Buffer.from(`AWS4${account.secret}`))
  const authorization = `AWS4-HMAC-SHA256 Credential=${account.key}/${scope},SignedHeaders=${names.join(";")},Signature=${hmac(key, text).toString("hex")}`
  return { ...all, authorization }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest()

// AWS sorts by code point and encodes everything but the unreserved characters of RFC 3986.
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
