// What main saved, as another tool that writes STATE_ variables leaves it.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", records: "a A 192.0.2.1\nb A 192.0.2.2\n", cleanup: "true" };

export const story = scenario({
  title: "Damaged state is told by its entries with what to do, and hides nothing that can still be read",
  play: async ({ main, post, dns }) => {
    const { state, masks } = await main(inputs);
    await post(inputs, { state: new Map([...state, ["place", "not JSON"]]), masks });
    await post(inputs, { state: new Map([...state, ["created_1", '{"id":7}']]), masks });
    await dns("a.example.com", "A");
    await dns("b.example.com", "A");
    await post(inputs, {
      state: new Map([
        ["place", ""],
        ["place", "{}"],
      ]),
      masks,
    });
  },
});
