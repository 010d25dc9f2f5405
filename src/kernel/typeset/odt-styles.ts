const namespaces = [
  ["office", "office:1.0"],
  ["text", "text:1.0"],
  ["style", "style:1.0"],
  ["table", "table:1.0"],
  ["fo", "xsl-fo-compatible:1.0"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .concat(`xmlns:xlink="http://www.w3.org/1999/xlink"`, `xmlns:dc="http://purl.org/dc/elements/1.1/"`)
  .join(" ")

const declaration = `<?xml version="1.0" encoding="UTF-8"?>\n`

/** The words, with the styles that stand for marks. */
export const contentOf = (body: string): string =>
  `${declaration}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${spans}${table}${list("Bullets")}${list("Numbers")}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`

const marks = {
  b: `fo:font-weight="bold"`,
  i: `fo:font-style="italic"`,
  u: `style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`,
}
const spans = ["b", "i", "u", "bi", "bu", "iu", "biu"]
  .map(
    (name) =>
      `<style:style style:name="T${name}" style:family="text"><style:text-properties ${[...name].map((one) => marks[one as keyof typeof marks]).join(" ")}/></style:style>`,
  )
  .join("")

const table = `<style:style style:name="Facts" style:family="table"><style:table-properties style:width="15.92cm" table:align="left"/></style:style>${[
  ["Word", "3.5cm"],
  ["Sentence", "12.42cm"],
]
  .map(
    ([name, width]) =>
      `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`,
  )
  .join("")}`

const levels = Array.from({ length: 6 }, (_, index) => index + 1)
const list = (name: "Bullets" | "Numbers") =>
  `<text:list-style style:name="${name}">${levels
    .map((level) => {
      const kind = name === "Bullets" ? "bullet" : "number"
      const face = name === "Bullets" ? `text:bullet-char="•"` : `style:num-format="1" style:num-suffix="."`
      const left = (0.63 * level).toFixed(2)
      return `<text:list-level-style-${kind} text:level="${level}" ${face}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${left}cm" fo:text-indent="-0.63cm" fo:margin-left="${left}cm"/></style:list-level-properties></text:list-level-style-${kind}>`
    })
    .join("")}</text:list-style>`

/** Sizes and spaces as in the Word document; fonts that the reader's machine has. A stamp above, a number below. */
export const stylesOf = (
  { lang, region }: { lang: string; region: string },
  reference: string,
  stamp: string,
): string => `${declaration}<office:document-styles ${namespaces} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Georgia" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:font-family="Georgia" style:font-family-generic="roman"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.21cm" fo:line-height="120%" fo:hyphenation-ladder-count="no-limit"/><style:text-properties style:font-name="Georgia" fo:font-size="10.5pt" fo:color="#1d1c1a" fo:language="${lang}" fo:country="${region}"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
${[
  ["Heading_20_1", "22pt", "0.42cm", 1],
  ["Heading_20_2", "13pt", "0.63cm", 2],
  ["Heading_20_3", "11pt", "0.42cm", 3],
]
  .map(
    ([name, size, before, level]) =>
      `<style:style style:name="${name}" style:display-name="Heading ${level}" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="${level}"><style:paragraph-properties fo:margin-top="${before}" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}" fo:font-weight="bold"/></style:style>`,
  )
  .join("\n")}
${paragraphStyle("Body", "", `fo:font-weight="bold"`)}
${paragraphStyle("Soft", "", `fo:font-size="9pt" fo:color="#5b5750"`)}
${paragraphStyle("Quote", `fo:margin-left="0.85cm"`)}
${paragraphStyle("Role", `fo:margin-top="0.85cm" fo:margin-bottom="1.59cm" fo:keep-with-next="always"`, `fo:font-size="9pt" fo:color="#5b5750"`)}
${paragraphStyle("Line", `fo:border-top="0.5pt solid #8d877c" fo:padding-top="0.07cm" fo:margin-right="8cm"`)}
${paragraphStyle("Edge", `fo:text-align="end"`, `fo:font-size="8.5pt" fo:color="#5b5750"`)}
</office:styles>
<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.54cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${
  stamp ? `<style:header><text:p text:style-name="Edge">${stamp}</text:p></style:header>` : ""
}<style:footer><text:p text:style-name="Edge">${reference ? `${reference} · ` : ""}<text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>`

const paragraphStyle = (name: string, layout: string, text = "") =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard">${layout && `<style:paragraph-properties ${layout}/>`}${text && `<style:text-properties ${text}/>`}</style:style>`
