// move_website: a site gets another address, with nobody sent to the old one for long.
import type { TaskPrompt } from "./prompt.ts";
import { ZONE_ARGUMENT } from "./zone-argument.ts";

export const moveWebsite: TaskPrompt = {
  name: "move_website",
  title: "Move a website",
  description: "Point a site at another server, TTL first, and see that it is answered.",
  needs: ["list_records", "set_rrset"],
  arguments: [
    ZONE_ARGUMENT,
    { name: "target", description: "New addresses, or the new host's name", required: true },
    { name: "name", description: "Owner name of the site; @ and www when left out" },
  ],
  steps: ({ zone, given, has }) => [
    `Move the website at ${given("name") ?? "the apex and www"} of ${zone} to ${given("target") ?? ""}.`,
    "Look at the A, AAAA and CNAME records there. Leave MX, TXT and everything else alone.",
    "If their TTL is over 300, set it to 300 first, with the old values, and tell me how long the old TTL still holds: moving sooner sends some people to the old server.",
    "set_rrset puts the new values in the place of the old; an old AAAA must not outlive the A. A host name needs a CNAME, which cannot stand at the apex: ask me for addresses there.",
    has("check_propagation") ? "See with check_propagation that the name servers answer the new values." : undefined,
    "End with what was there before and the change that takes it back. The old server can go when the old TTL has passed.",
  ],
};
