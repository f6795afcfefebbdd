#!/bin/sh
# A network with nothing but loopback, on whose port 53 is the sandbox: everybody's resolver here, and the authority for
# its zones and for the names of its own servers. What is given as arguments runs in it.
set -e
ip link set lo up
mount --bind "$WORLD/resolv.conf" /etc/resolv.conf

vps-dns sandbox --port 8053 --dns-port 53 >"$WORLD/sandbox.json" &
pebble -config "$WORLD/pebble.json" -strict -dnsserver 127.0.0.1:53 >"$WORLD/pebble.log" 2>&1 &
until [ -s "$WORLD/sandbox.json" ] && grep -q 'ACME directory available' "$WORLD/pebble.log"; do sleep 0.1; done

token=$(sed 's/.*"token":"\([^"]*\)".*/\1/' "$WORLD/sandbox.json")
export VPS_API_URL=http://127.0.0.1:8053/api/v1 VPS_API_TOKEN="$token" VPS_RESOLVERS=127.0.0.1
vps-dns call create_zone domain=vps.org >"$WORLD/zone.json"
vps-dns call ensure_records zone=vps.org 'zonefile=ns1 IN A 127.0.0.1
ns2 IN A 127.0.0.1' >"$WORLD/servers.json"

"$@"
