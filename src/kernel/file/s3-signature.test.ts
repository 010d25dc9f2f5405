import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { signed } from "./s3-signature.ts"

describe("an S3 signature", () => {
  // The worked examples of docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
  const account = {
    key: "AKIAIOSFODNN7EXAMPLE",
    secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    region: "us-east-1",
  }
  const at = new Date("2013-05-24T00:00:00Z")
  const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  const signature = (url: string, headers: Record<string, string>) =>
    signed(account, { method: "GET", url: new URL(url), headers, hash, at }).authorization?.match(
      /Signature=(\w+)/,
    )?.[1]

  it("is the one of the example of a GET of a part", () => {
    assert.equal(
      signature("https://examplebucket.s3.amazonaws.com/test.txt", { range: "bytes=0-9" }),
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    )
  })

  it("is the one of the example of a list with parameters", () => {
    assert.equal(
      signature("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J", {}),
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    )
  })
})
