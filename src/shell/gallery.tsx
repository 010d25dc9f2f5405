import { Page } from "./page.tsx"

/** Every component, empty, full and with the longest data. */
export default function Gallery() {
  return <Page title="Galerie" />
}
