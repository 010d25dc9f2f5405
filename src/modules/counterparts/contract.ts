export { counterpartFilters, type CounterpartLine, findCounterparts } from "./file/find.ts"
export { type ExchangeLine, exchangeFilters, findExchanges } from "./exchanges/find.ts"
export { exchangeLogged } from "./events.ts"
export { isCounterpartSeen, isExchangeSeen } from "./sight.ts"
