import {
  editDistance,
  nearestName
} from "./chunk-TVQKXVYR.mjs";
import "./chunk-P5BZS5M3.mjs";
export {
  editDistance,
  nearestName
};
