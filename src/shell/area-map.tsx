import { useMemo, useState } from "react"

type Ring = readonly (readonly number[])[]
export type Area = {
  id: string
  /** Said of it: its name, and what is there. */
  label: string
  /** Polygons with their holes, in degrees. */
  shape: readonly (readonly Ring[])[]
  fill: "full" | "part" | "none"
}

const WIDE = 1000

/**
 * Places on a map, each to be pointed at, touched or reached by the keyboard where something is there. What lies far from the rest,
 * beyond the seas, stands in a frame of its own. A picture for those who would rather look: the page has the same as a list.
 */
export const AreaMap = ({
  areas,
  label,
  shown,
  onShow,
}: {
  areas: readonly Area[]
  label: string
  shown: string | undefined
  onShow: (id: string) => void
}) => {
  const frames = useMemo(() => framesOf(areas), [areas])
  const [pointed, setPointed] = useState<string>()
  // What is chosen is told by the page itself.
  const spoken = areas.find(({ id }) => id === pointed && id !== shown)
  return (
    <figure className="area-map">
      <div className="frames">
        {frames.map(({ key, height, width, drawn }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing is no fieldset
          <svg key={key} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
            <defs>
              <pattern
                id="area-part"
                width="12"
                height="12"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect className="ground" width="12" height="12" />
                <rect className="stripe" width="5" height="12" />
              </pattern>
            </defs>
            {drawn.map(({ area, path }) => {
              const isReached = area.fill !== "none"
              return (
                // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a button where something is there
                <path
                  key={area.id}
                  d={path}
                  className={area.id === shown ? `area ${area.fill} on` : `area ${area.fill}`}
                  onClick={() => onShow(area.id)}
                  onPointerEnter={() => setPointed(area.id)}
                  onPointerLeave={() => setPointed(undefined)}
                  {...(isReached && {
                    role: "button",
                    tabIndex: 0,
                    "aria-label": area.label,
                    "aria-pressed": area.id === shown,
                    onFocus: () => setPointed(area.id),
                    onBlur: () => setPointed(undefined),
                    onKeyDown: (event) => {
                      if (event.key !== "Enter" && event.key !== " ") return
                      event.preventDefault()
                      onShow(area.id)
                    },
                  })}
                />
              )
            })}
          </svg>
        ))}
      </div>
      <figcaption aria-hidden="true">{spoken?.label ?? "\u00a0"}</figcaption>
    </figure>
  )
}

type Box = { west: number; east: number; south: number; north: number }

/** The areas in frames: those near one another together, the largest frame first. */
const framesOf = (areas: readonly Area[]) => {
  const placed = areas.map((area) => ({ area, box: boxOf(area.shape) })).filter(({ box }) => Number.isFinite(box.west))
  const groups: { area: Area; box: Box }[][] = []
  for (const one of placed) {
    const near = groups.find((group) => group.some(({ box }) => isNear(box, one.box)))
    if (near) near.push(one)
    else groups.push([one])
  }
  return groups.toSorted((a, b) => b.length - a.length).map((group) => frameOf(group))
}

// Five degrees: Corsica is with France, and no sea is that wide in between.
const isNear = (a: Box, b: Box) =>
  a.west - 5 < b.east && b.west - 5 < a.east && a.south - 5 < b.north && b.south - 5 < a.north

const frameOf = (group: readonly { area: Area; box: Box }[]) => {
  const west = Math.min(...group.map(({ box }) => box.west))
  const east = Math.max(...group.map(({ box }) => box.east))
  const south = Math.min(...group.map(({ box }) => box.south))
  const north = Math.max(...group.map(({ box }) => box.north))
  // A degree of longitude is shorter the further north: flat, with that of the middle, is true enough for one country.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = WIDE / Math.max((east - west) * narrow, north - south, 1e-6)
  const [width, height] = [(east - west) * narrow * scale, (north - south) * scale].map(Math.ceil)
  const at = ([lon = 0, lat = 0]: readonly number[]) =>
    `${((lon - west) * narrow * scale).toFixed(1)} ${((north - lat) * scale).toFixed(1)}`
  return {
    key: group[0]!.area.id,
    width: width!,
    height: height!,
    drawn: group.map(({ area }) => ({
      area,
      path: area.shape.flatMap((polygon) => polygon.map((ring) => `M${ring.map(at).join("L")}Z`)).join(""),
    })),
  }
}

const boxOf = (shape: Area["shape"]): Box => {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const polygon of shape)
    for (const [lon = 0, lat = 0] of polygon[0] ?? []) {
      box.west = Math.min(box.west, lon)
      box.east = Math.max(box.east, lon)
      box.south = Math.min(box.south, lat)
      box.north = Math.max(box.north, lat)
    }
  return box
}
