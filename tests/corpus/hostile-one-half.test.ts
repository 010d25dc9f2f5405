import { walkHalf } from "./hostile.ts"

walkHalf(0)
