import type { ReadOf } from "../../../shell/api.ts"
import type { FieldProps } from "../../../shell/field.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Place = ReadOf<"territories.search">["rows"][number]

/** Picks an official place, or several with `many`, by its name or its postcode. */
export const PlaceField = (props: FieldProps & { many?: boolean }) => {
  const t = useWords()
  return (
    <PickField
      {...props}
      read="territories.search"
      row={(place: Place) => ({
        id: place.id,
        words: place.name,
        soft: [
          t(`territories.level.${place.level}`),
          place.parent,
          ...place.postcodes.slice(0, 3),
          place.was && t("territories.was", { name: place.was }),
        ]
          .filter(Boolean)
          .join(" · "),
      })}
    />
  )
}
