import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  systemClock
} from "./chunk-I7I6C2VR.mjs";
import "./chunk-A6FY4VKG.mjs";
export {
  systemClock
};
