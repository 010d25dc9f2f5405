export { ExchangeRows } from "./exchange-rows.tsx"
