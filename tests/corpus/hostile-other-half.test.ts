import { walkHalf } from "./hostile.ts"

walkHalf(1)
