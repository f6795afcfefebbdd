// The parts of undici that are used, in a file of its own so that they can be loaded together and late: the package is
// CommonJS, whose names a dynamic import in a bundle would not see.
export { Agent, EnvHttpProxyAgent, request } from "undici";
