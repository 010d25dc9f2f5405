/** Colours of the light theme, those of the interface's tokens: letters know no variables. */
export const PALETTE = {
  paper: "#fbf9f5",
  sheet: "#ffffff",
  ink: "#1d1c1a",
  soft: "#5b5750",
  line: "#e4dfd5",
  accent: "#14624a",
  accent_ink: "#ffffff",
} as const

/** Colours of the dark theme. */
export const DARK = {
  paper: "#17181a",
  sheet: "#1e2022",
  ink: "#efece6",
  soft: "#aca79e",
  line: "#33363a",
  accent: "#6cc7a5",
  accent_ink: "#0c1f18",
} as const

// Rules by class, marked important, because the light colours stand in the elements: Outlook and Gmail keep only those.
const dark = (scope: string) => `
${scope} .paper,${scope}.paper{background:${DARK.paper}!important}
${scope} .sheet{background:${DARK.sheet}!important;border-color:${DARK.line}!important}
${scope} .ink{color:${DARK.ink}!important}
${scope} .soft{color:${DARK.soft}!important}
${scope} .rule,${scope} .fact{border-color:${DARK.line}!important}
${scope} .link{color:${DARK.accent}!important}
${scope} td.main{background:${DARK.accent}!important;border-color:${DARK.accent}!important}
${scope} a.main{color:${DARK.accent_ink}!important}
${scope} td.other{background:${DARK.sheet}!important;border-color:${DARK.accent}!important}
${scope} a.other{color:${DARK.accent}!important}`

export const STYLES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
td,th{overflow-wrap:anywhere}
@media (max-width:480px){
.button{display:table!important;width:100%!important;margin:0 0 8px!important}
.fact{display:block!important;width:auto!important;padding:8px 0 0!important}
.value{border-top:0!important;padding:0 0 8px!important}
}
@media (prefers-color-scheme:dark){${dark("body")}}
${dark("[data-ogsc]")}
`
