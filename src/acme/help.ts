// `vps-dns acme --help`.

export const ACME_HELP = `vps-dns acme: dns-01 challenges for ACME clients.

  vps-dns acme present FQDN VALUE     adds the TXT record and waits until it is answered
  vps-dns acme cleanup FQDN VALUE     removes that record and no other
  vps-dns acme cleanup --older-than D removes what crashed runs of this program left (D: 90s, 15m, 24h, 7d)
  vps-dns acme serve [HOST:]PORT      the same over HTTP, for lego's httpreq

The zone is found by the longest match; a CNAME at FQDN is followed into a zone of this account. Doing it twice is fine.

Clients:
  certbot     --manual-auth-hook "vps-dns acme present" --manual-cleanup-hook "vps-dns acme cleanup"
  lego        EXEC_PATH=./hook lego --dns exec …, with hook: #!/bin/sh
              exec vps-dns acme "$@"
  lego        HTTPREQ_ENDPOINT=http://127.0.0.1:PORT lego --dns httpreq …, with vps-dns acme serve PORT
  acme.sh     dns_vps_add() { vps-dns acme present "$1" "$2"; }
              dns_vps_rm() { vps-dns acme cleanup "$1" "$2"; }
  dehydrated  HOOK=./hook, the same hook as lego's; HOOK_CHAIN=yes works too

Flags, anywhere before a --, beside those of vps-dns call (an account's token in VPS_API_TOKEN, --sandbox, …):
  --wait W             none, authoritative or public: whose answers present waits for (VPS_ACME_WAIT; default: authoritative)
  --wait-timeout S     seconds (VPS_ACME_WAIT_TIMEOUT; default: 120)
  VPS_HTTP_TOKEN       the password that clients of serve give (default: a random one, told on stderr)
`;
