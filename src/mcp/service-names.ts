// The services that a domain is proven to, as the presets table has them.
import { identityPresets } from "../core/presets/identity.ts";
import { verificationPresets } from "../core/presets/verification.ts";

export const serviceNames: readonly string[] = [...verificationPresets, ...identityPresets].map(({ name }) => name);
