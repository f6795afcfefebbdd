
// src/core/vps-nameservers.ts
var VPS_NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"];

export {
  VPS_NAMESERVERS
};
