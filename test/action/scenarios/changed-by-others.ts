// Between main and post, the zone is everybody's.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", records: 'one TXT "1"\ntwo TXT "2"\nthree TXT "3"\n', cleanup: "true" };

export const story = scenario({
  title: "A record that others changed meanwhile stays and is told; one that they deleted is fine",
  play: async ({ main, post, dns, api }) => {
    const first = await main(inputs);
    const ids = [...first.outputs].find(([name]) => name === "record-ids")?.[1] ?? "[]";
    const [one = "", two = ""] = ids.match(/[0-9a-f-]{36}/g) ?? [];
    await api("PATCH", `/dns-records/${one}/`, { value: "theirs now" });
    await api("DELETE", `/dns-records/${two}/`);
    await post(inputs, first);
    await dns("one.example.com", "TXT");
    await dns("three.example.com", "TXT");
  },
});
