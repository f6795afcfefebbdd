// The servers that every zone at VPS.org is deployed to.

/** Contract, "Domain"; canonical names. */
export const VPS_NAMESERVERS: readonly string[] = ["ns1.vps.org", "ns2.vps.org"];
