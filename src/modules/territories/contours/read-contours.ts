import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson"
import proj4 from "proj4"
import { feature, merge } from "topojson-client"
import { topology as topologyOf } from "topojson-server"
import { presimplify, quantile, simplify } from "topojson-simplify"
import type { GeometryCollection, Polygon as TopoPolygon, Topology } from "topojson-specification"
import { placesAbove, type PlaceOfShape, placesOfFeatures } from "./place-of-feature.ts"

/** Outlines of places: polygons with their holes, in degrees, thinned out to what a screen shows. */
export type Contour = PlaceOfShape & { shape: Position[][][]; derived: boolean }
export type ContourFile = { kind: "contours"; credit: string | null; contours: Contour[]; unread: number }

/** How many points an outline keeps, on average, and to how many decimals of a degree: 110 m for a department, 11 m for a commune. */
const fine = { points: 40, decimals: 4 }
const coarse = { points: 160, decimals: 3 }

// What the publishers use beside degrees. Statbel: Lambert 2008, older files Lambert 72; IGN: Lambert 93.
proj4.defs([
  [
    "EPSG:3812",
    "+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m",
  ],
  [
    "EPSG:31370",
    "+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m",
  ],
  [
    "EPSG:2154",
    "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m",
  ],
])

/** Reads a GeoJSON of outlines. Undefined: no outline of a place we know is in it; "projection": its metres are of no system we know. */
export const readContours = (text: string): ContourFile | "projection" | undefined => {
  const file = JSON.parse(text) as FeatureCollection & {
    crs?: { properties?: { name?: string } }
    attribution?: unknown
  }
  if (file.type !== "FeatureCollection" || !Array.isArray(file.features)) return undefined
  const places = placesOfFeatures(file.features.map(({ properties }) => properties ?? {}))
  const drawn = file.features.flatMap((one, n): Drawn[] =>
    places[n] && isArea(one) ? [{ ...one, properties: places[n] }] : [],
  )
  if (drawn.length === 0) return undefined
  const toDegrees = degreesOf(file.crs?.properties?.name, drawn)
  if (!toDegrees) return "projection"
  const contours = contoursOf(drawn.map((one) => moved(one, toDegrees)))
  const credit = typeof file.attribution === "string" ? file.attribution.slice(0, 300) : null
  return { kind: "contours", credit, contours, unread: file.features.length - drawn.length }
}

type Drawn = Feature<Polygon | MultiPolygon, PlaceOfShape>

const isArea = (one: Feature): one is Feature<Polygon | MultiPolygon> =>
  one.geometry?.type === "Polygon" || one.geometry?.type === "MultiPolygon"

// Thinned together, so that two neighbours keep the same border; the outlines above are those of what they hold.
const contoursOf = (drawn: readonly Drawn[]): Contour[] => {
  const all: FeatureCollection = { type: "FeatureCollection", features: [...drawn] }
  const topology = presimplify(topologyOf({ all }, 1e6) as never)
  const isCommune = ({ level }: PlaceOfShape) => level === "municipality"
  const near = thinned(topology, drawn.filter((one) => isCommune(one.properties)).length, fine.points)
  const groups = Map.groupBy(
    drawn.flatMap(({ properties }, n) => [
      { ...properties, n, derived: false },
      ...(isCommune(properties) ? placesAbove(properties).map((one) => ({ ...one, n, derived: true })) : []),
    ]),
    ({ country, level, code }) => `${country}/${level}/${code}`,
  )
  const above = [...groups.values()].filter(([first]) => !isCommune(first!)).length
  const far = thinned(topology, above, coarse.points)
  return [...groups.values()].flatMap((parts): Contour[] => {
    const { country, level, code } = parts[0]!
    const own = parts.filter(({ derived }) => !derived)
    const from = level === "municipality" ? near : far
    const shape = drawnFrom(
      from,
      (own.length > 0 ? own : parts).map(({ n }) => n),
    )
    const rounded = rings(shape, level === "municipality" ? fine.decimals : coarse.decimals)
    return rounded.length > 0 ? [{ country, level, code, shape: rounded, derived: own.length === 0 }] : []
  })
}

const thinned = (topology: Topology, count: number, points: number): Topology => {
  const all = topology.arcs.reduce((sum, arc) => sum + arc.length, 0)
  // A border is shared by two.
  const kept = Math.min(1, (count * points) / 2 / Math.max(1, all))
  return count === 0 ? topology : simplify(topology as never, quantile(topology as never, kept))
}

const drawnFrom = (topology: Topology, parts: readonly number[]): Position[][][] => {
  const { geometries } = topology.objects["all"] as GeometryCollection
  const chosen = parts.map((n) => geometries[n]!) as TopoPolygon[]
  const shape = (chosen.length > 1 ? merge(topology, chosen) : feature(topology, chosen[0]!).geometry) as
    | Polygon
    | MultiPolygon
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates
}

/** Rounded, without the points that fall together, nor the islands that became a dot. */
const rings = (shape: Position[][][], decimals: number): Position[][][] => {
  const round = (value: number) => Number(value.toFixed(decimals))
  return shape
    .map((polygon) =>
      polygon
        .map((ring) =>
          ring
            .map(([x, y]) => [round(x!), round(y!)])
            .filter(([x, y], n, all) => n === 0 || x !== all[n - 1]![0] || y !== all[n - 1]![1]),
        )
        .filter((ring) => ring.length >= 4),
    )
    .filter((polygon) => polygon.length > 0)
}

const degreesOf = (said: string | undefined, drawn: readonly Drawn[]): ((at: Position) => Position) | undefined => {
  const [x = 0, y = 0] = firstPoint(drawn[0]!)
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return (at) => at
  const code = /(\d{4,5})$/.exec(said ?? "")?.[1]
  const system = code ? `EPSG:${code}` : undefined
  if (!system || !proj4.defs(system)) return undefined
  const { inverse } = proj4(system)
  return ([east, north]) => inverse([east!, north!])
}

const firstPoint = ({ geometry }: Drawn): Position =>
  (geometry.type === "Polygon" ? geometry.coordinates[0]?.[0] : geometry.coordinates[0]?.[0]?.[0]) ?? []

const moved = (one: Drawn, to: (at: Position) => Position): Drawn => {
  const all = one.geometry.type === "Polygon" ? [one.geometry.coordinates] : one.geometry.coordinates
  const coordinates = all.map((polygon) => polygon.map((ring) => ring.map(to)))
  return { ...one, geometry: { type: "MultiPolygon", coordinates } }
}
