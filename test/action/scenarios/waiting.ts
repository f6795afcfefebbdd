// A step that is done once name servers answer it.
import { once } from "node:events";
import { createSocket } from "node:dgram";
import { scenario } from "../support/scenario.ts";

const inputs = {
  zone: "example.com",
  type: "TXT",
  name: "_x",
  value: "y",
  wait: "authoritative",
  "wait-timeout": "20",
};

/** A name server that never answers. */
async function startMuteServer() {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { address: `127.0.0.1:${socket.address().port}`, [Symbol.dispose]: () => void socket.close() };
}

export const story = scenario({
  title: "A wait ends when all answer; running out of time fails the step with outputs and state written",
  play: async ({ main, post, sandbox, dns }) => {
    const own = sandbox.nameserver;
    const env = { VPS_NAMESERVERS: own, VPS_RESOLVERS: own };
    await main({ ...inputs, "dry-run": "true" }, { env });
    const first = await main(inputs, { env });
    await main(inputs, { env });
    await main({ ...inputs, "if-exists": "update", ttl: "60" }, { env });
    await main({ ...inputs, state: "absent" }, { env });
    await post(inputs, first);
    using mute = await startMuteServer();
    const late = { ...inputs, name: "_y", cleanup: "true", "wait-timeout": "2" };
    await post(late, await main(late, { env: { VPS_NAMESERVERS: `${own},${mute.address}` } }));
    await dns("_y.example.com", "TXT");
    const hurried = { env: { VPS_NAMESERVERS: `${own},${mute.address}` } };
    const once = { ...inputs, name: "_z", "wait-timeout": "1" };
    await main({ ...once, operation: "create-record" }, hurried);
    await main(once, hurried);
    await main({ ...once, state: "absent" }, hurried);
    await main({ ...once, "if-exists": "fail" }, hurried);
    const file = { "zone-file": "zone", zone: "example.com", wait: "authoritative", "wait-timeout": "1" };
    await main(file, { ...hurried, files: { zone: "shop A 192.0.2.8\n" } });
    await main({ ...inputs, wait: "soon" }, { env });
    await main({ operation: "list-zones", wait: "public" }, { env });
  },
});
