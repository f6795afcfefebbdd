// Where a name leads: a site, a deployment, the preview of a pull request.
import { replacing } from "./manner.ts";
import { definePreset, type Preset } from "./preset.ts";
import { YES_OR_NO } from "./preset-values.ts";
import { BELOW, HOST, LOGIN } from "./shapes.ts";

/** GitHub docs, "Managing a custom domain for your GitHub Pages site". Last verified 2026-11. */
const PAGES_A = ["185.199.108.153", "185.199.109.153", "185.199.110.153", "185.199.111.153"];
const PAGES_AAAA = ["2606:50c0:8000::153", "2606:50c0:8001::153", "2606:50c0:8002::153", "2606:50c0:8003::153"];

const githubPagesSite = definePreset({
  name: "github-pages-site",
  title: "GitHub Pages site",
  about:
    "Leads the domain to GitHub Pages: the eight addresses at the apex, which cannot be a CNAME, and `www` beside it. Other addresses at the apex go.",
  record: "apex A and AAAA, `www` CNAME",
  manner: "replaces",
  stays: "It stays while the site is there. Verify the domain as well (github-pages), or others may claim it.",
  cleanup: false,
  keys: {
    owner: LOGIN,
    www: {
      ...YES_OR_NO,
      description: "whether www leads there too, yes when left out",
      example: "no",
      optional: true,
      placing: true,
    },
  },
  rrsets: (values) => [
    addresses("A", PAGES_A),
    addresses("AAAA", PAGES_AAAA),
    ...(values.isOn("www") === false ? [] : [alias("www", `${values.text("owner")}.github.io`)]),
  ],
});

function addresses(type: "A" | "AAAA", values: readonly string[]) {
  return {
    ...replacing({ name: "@", type }, { values: () => values }),
    // Taken away, it leaves what leads elsewhere by now.
    leaves: (value: string) => values.includes(value),
  };
}

function alias(name: string, target: string) {
  return {
    ...replacing({ name, type: "CNAME" }, { values: () => [target] }),
    leaves: (value: string) => value === target,
  };
}

const blueGreen = definePreset({
  name: "blue-green",
  title: "Blue-green switch",
  about:
    "Points a name at the deployment that is to take the traffic, with a TTL of a minute. The result tells the target before, which is the way back.",
  record: "`NAME` CNAME",
  manner: "replaces",
  ttl: 60,
  stays: "It stays; the next switch replaces it. Resolvers keep the old target for its TTL.",
  cleanup: false,
  keys: {
    name: { ...BELOW, description: "the name that is switched", example: "app", optional: false },
    target: { ...HOST, description: "the host that takes over", example: "green.example.net" },
  },
  rrsets: (values) => [
    replacing({ name: values.text("name"), type: "CNAME" }, { values: () => [values.text("target")] }),
  ],
});

const prPreview = definePreset({
  name: "pr-preview",
  title: "Pull request preview",
  about:
    "Gives the preview of a pull request a name of its own, `pr-17.preview`. Run it with state absent when the pull request is closed: it is fine when nothing is there.",
  record: "`pr-N.preview` CNAME",
  manner: "replaces",
  ttl: 300,
  stays: "It stays until the pull request is closed.",
  cleanup: false,
  keys: {
    number: {
      description: "the pull request's number",
      example: "17",
      pattern: /^[1-9]\d{0,9}$/,
      prefix: /^#/,
      placing: true,
    },
    target: { ...HOST, description: "the host that serves the preview", example: "preview.example.net" },
    prefix: {
      description: "what stands before the number, pr- when left out",
      example: "shop-",
      pattern: /^[a-z0-9](?:[a-z0-9-]{0,40})$/,
      lower: true,
      optional: true,
      placing: true,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: `${values.maybe("prefix") ?? "pr-"}${values.text("number")}.preview`, type: "CNAME" },
      { values: () => [values.text("target")] },
    ),
  ],
});

export const hostingPresets: readonly Preset[] = [githubPagesSite, blueGreen, prPreview];
