// Names with an underscore in front that something looks for: RFC 8552's registry, and services' own.

const KNOWN: ReadonlySet<string> = new Set(
  [
    // IANA, "Underscored and Globally Scoped DNS Node Names", 2026.
    "_25 _443 _853 _acme-challenge _acme-issue _ca3 _cert _dane _dccp _dmarc _dns _dns-sd _domainkey _dnssec _dsboot",
    "_for-sale _http _https _ipv6 _mta-sts _ndn _prefix _psl _report _sctp _signal _sip _smimecert _openpgpkey _smtp",
    "_spf _svcb _tcp _tls _udp _validation-contactemail _validation-contactphone _validation-persist _vouch _xmpp",
    "_ta _token _adsp _bimi _msdcs _sites _kerberos _kpasswd _ldap _gc _policy",
    // Services.
    "_amazonses _asuid _atproto _autodiscover _cf-custom-hostname _dnsauth _dnslink _domainconnect _discord _gitlab-pages-verification-code",
    "_mcp _netblocks _oembed _openai _vercel _zoho _matrix _xmppconnect _keybase _minecraft _ens _lnurl _agent _a2a",
  ].flatMap((line) => line.split(" ")),
);

/** A login, a number or a digest is a part of these. */
const PATTERNS = [
  /^_github-(?:pages-)?challenge-[a-z0-9]/,
  /^_gh-[a-z0-9][a-z0-9-]*-[a-z]+$/,
  // Certificate validation by CNAME: AWS, Sectigo, DigiCert.
  /^_[0-9a-f]{32}$/,
  /^_(?:spf|netblocks)[0-9a-z-]*$/,
  // dns-account-01's label is base32 of ten octets; TLSA's is a port.
  /^_[a-z2-7]{16}$/,
  /^_\d{1,5}$/,
  /^_ta-[0-9a-f-]+$/,
];

/** `type`: an alias may stand at any name that somebody asked for, so a digest is enough for it. */
export function isKnownUnderscore(label: string, type: string): boolean {
  if (KNOWN.has(label) || PATTERNS.some((pattern) => pattern.test(label))) return true;
  return type === "CNAME" && /^_[0-9a-z-]{20,}$/.test(label);
}
