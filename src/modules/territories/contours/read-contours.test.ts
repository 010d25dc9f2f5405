import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { placesOfFeatures } from "./place-of-feature.ts"
import { type ContourFile, readContours } from "./read-contours.ts"

const ring = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const file = (features: { properties: object; coordinates: number[][][] }[], more = {}) =>
  readContours(
    JSON.stringify({
      type: "FeatureCollection",
      ...more,
      features: features.map(({ properties, coordinates }) => ({
        type: "Feature",
        properties,
        geometry: { type: "Polygon", coordinates },
      })),
    }),
  )

describe("outlines of places", () => {
  it("are known by the codes of their publishers, the finest first", () => {
    const one = (properties: Record<string, unknown>) => {
      const [found] = placesOfFeatures([properties])
      return found && `${found.country}/${found.level}/${found.code}`
    }
    assert.equal(one({ INSEE_COM: "21231", INSEE_DEP: "21", INSEE_REG: "27" }), "FR/municipality/21231")
    assert.equal(one({ code: "2A004", nom: "Ajaccio" }), "FR/municipality/2A004")
    assert.equal(one({ code: "974", nom: "La Réunion" }), "FR/department/974")
    assert.equal(one({ com_code: ["21231"], dep_code: ["21"] }), "FR/municipality/21231")
    assert.equal(one({ cd_munty_refnis: "92094", cd_prov_refnis: "90000" }), "BE/municipality/92094")
    assert.equal(one({ CD_PROV_REFNIS: "90000" }), "BE/province/90000")
    assert.equal(one({ name: "Namur" }), undefined)
  })

  it("are of regions where every code is one, and of departments else", () => {
    const levels = (...codes: string[]) => placesOfFeatures(codes.map((code) => ({ code }))).map((one) => one?.level)
    assert.deepEqual(levels("27", "32"), ["region", "region"])
    assert.deepEqual(levels("27", "21"), ["department", "department"])
  })

  it("join the sectors of a municipality, and draw its province and region too", () => {
    const { contours } = file([
      { properties: { cd_sector: "92094A", cd_munty_refnis: "92094" }, coordinates: [ring(4, 50, 1)] },
      { properties: { cd_sector: "92094B", cd_munty_refnis: "92094" }, coordinates: [ring(5, 50, 1)] },
    ]) as ContourFile
    assert.deepEqual(
      contours.map(({ level, code, derived }) => [level, code, derived]),
      [
        ["municipality", "92094", false],
        ["arrondissement", "92000", true],
        ["province", "90000", true],
        ["region", "03000", true],
      ],
    )
    assert.equal(contours[0]!.shape.length, 1, "one outline, without the border between the two")
  })

  it("come in degrees from the metres of Belgium and France, and are refused from others", () => {
    const metres = [{ properties: { cd_munty_refnis: "21004" }, coordinates: [ring(649_328, 665_262, 5000)] }]
    const crs = (name: string) => ({ crs: { type: "name", properties: { name } } })
    const { contours } = file(metres, crs("urn:ogc:def:crs:EPSG::3812")) as ContourFile
    const [lon, lat] = contours.find(({ level }) => level === "municipality")!.shape[0]![0]![0]!
    assert.ok(Math.abs(lon! - 4.36) < 0.1 && Math.abs(lat! - 50.8) < 0.1, `${lon} ${lat}`)
    assert.equal(file(metres, crs("urn:ogc:def:crs:EPSG::27700")), "projection")
    assert.equal(file(metres), "projection")
  })

  it("lose the points that no screen shows", () => {
    const round = Array.from({ length: 4001 }, (_, n) => {
      const angle = (-n / 2000) * Math.PI
      return [2 + Math.cos(angle), 47 + Math.sin(angle)]
    })
    const { contours } = file([{ properties: { code: "21231" }, coordinates: [round] }]) as ContourFile
    const points = contours[0]!.shape[0]![0]!.length
    assert.ok(points > 8 && points < 60, String(points))
  })

  it("are no outlines without a code", () => {
    assert.equal(file([{ properties: { name: "Nulle part" }, coordinates: [ring(0, 0, 1)] }]), undefined)
  })
})
