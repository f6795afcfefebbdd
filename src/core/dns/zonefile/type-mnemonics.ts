// Which words are record types of the DNS (IANA's registry), so that a type the API lacks is told from a slip.

const MNEMONICS = new Set(
  `A6 AAAA AFSDB AMTRELAY APL ATMA AVC AXFR CAA CDNSKEY CDS CERT CSYNC DHCID DLV DNAME DNSKEY DOA DS DSYNC EID EUI48
  EUI64 GID GPOS HHIT HINFO HIP HTTPS IPN IPSECKEY ISDN IXFR KEY KX L32 L64 LOC LP MAILA MAILB MB MD MF MG MINFO MR
  NAPTR NID NIMLOC NINFO NSAP NSAP-PTR NSEC NSEC3 NSEC3PARAM NULL NXNAME NXT OPENPGPKEY OPT PTR PX RESINFO RKEY RP
  RRSIG RT SIG SINK SMIMEA SPF SSHFP SVCB TA TALINK TKEY TLSA TSIG UID UINFO UNSPEC URI WALLET WKS X25 ZONEMD ALIAS
  ANAME`.split(/\s+/),
);

/** Whether an upper-case word names a type, `TYPE65534` (RFC 3597 §5) included; asked of what the API does not take. */
export function isTypeMnemonic(word: string): boolean {
  return MNEMONICS.has(word) || /^TYPE\d{1,5}$/.test(word);
}
