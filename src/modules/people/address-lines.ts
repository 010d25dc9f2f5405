/** The lines of an envelope under the name; none when the letter is handed over. */
export const addressLines = ({
  street,
  postcode,
  town,
  country,
}: {
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
}): string[] =>
  [
    street,
    [postcode, town].filter(Boolean).join(" "),
    country && country !== "BE" && country !== "FR" ? country : null,
  ].filter((line): line is string => Boolean(line))
