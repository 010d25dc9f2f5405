import { generateKeyPairSync, sign } from "node:crypto"

/** A certificate that signs itself, for one name or address, made in the test that uses it; openssl may not be there. */
export const selfSigned = (name = "127.0.0.1"): { key: string; cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const algorithm = sequence(ECDSA_WITH_SHA256)
  const who = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))))
  const at = (years: number) => {
    const text = Temporal.Now.instant()
      .toZonedDateTimeISO("UTC")
      .add({ years })
      .toPlainDateTime()
      .toString({ smallestUnit: "second" })
    return der(0x18, Buffer.from(`${text.replace(/[-:T]/g, "")}Z`))
  }
  const isAddress = /^[\d.]+$/.test(name)
  const named = isAddress ? der(0x87, Buffer.from(name.split(".").map(Number))) : der(0x82, Buffer.from(name))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    who,
    sequence(at(-1), at(1)),
    who,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(ALTERNATIVE_NAME, der(0x04, sequence(named))))),
  )
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]))
  const whole = sequence(body, algorithm, signature).toString("base64").replace(/.{64}/g, "$&\n")
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n`,
  }
}

const der = (tag: number, content: Buffer): Buffer => {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts))

const COMMON_NAME = Buffer.from("0603550403", "hex")
const ALTERNATIVE_NAME = Buffer.from("0603551d11", "hex")
const ECDSA_WITH_SHA256 = Buffer.from("06082a8648ce3d040302", "hex")
