// The YAML parser, in a file of its own so that it can be loaded by itself: the package is CommonJS, whose names a
// dynamic import of a bundle would not see.
export { parseDocument } from "yaml";
