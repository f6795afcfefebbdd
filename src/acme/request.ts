// What ACME clients call their hooks with: the words of `vps-dns acme` and certbot's environment, as one request.
import { InputError } from "../core/errors.ts";
import { type Challenge, challengeAt, challengeFromKey, challengeOf } from "./challenge.ts";

export type AcmeRequest =
  | { readonly kind: "present" | "cleanup"; readonly challenges: readonly Challenge[] }
  /** What this program added and nobody removed. */
  | { readonly kind: "sweep"; readonly olderThan: string }
  | { readonly kind: "serve"; readonly address: string }
  /** lego asks how long it should wait by itself. */
  | { readonly kind: "timeout" }
  /** An event of the client's that asks nothing of the DNS. */
  | { readonly kind: "nothing" };

/** What certbot tells its manual hooks (certbot manual, "Pre and Post Validation Hooks"). */
export interface CertbotEnvironment {
  readonly domain: string | undefined;
  readonly validation: string | undefined;
  /** What the authentication hook printed; certbot sets it for the clean-up hook. */
  readonly authOutput: string | undefined;
}

/** dehydrated's other hooks; it also calls one that does not exist, to make sure that unknown ones are let pass. */
const DEHYDRATED_EVENTS: ReadonlySet<string> = new Set([
  "deploy_cert",
  "deploy_ocsp",
  "exit_hook",
  "generate_csr",
  "invalid_challenge",
  "request_failure",
  "startup_hook",
  "sync_cert",
  "unchanged_cert",
]);

/** What there is beside the words. */
export interface Surroundings {
  readonly certbot: CertbotEnvironment;
  /** As the flag has it. */
  readonly olderThan: string | undefined;
}

/** @throws InputError where the words are none of the forms */
export function readRequest(words: readonly string[], { certbot, olderThan }: Surroundings): AcmeRequest {
  const [verb, ...operands] = words;
  if (verb === "cleanup" && operands.length === 0 && olderThan !== undefined) return { kind: "sweep", olderThan };
  if (olderThan !== undefined) throw usage("--older-than goes with cleanup alone, without a challenge.");
  switch (verb) {
    case undefined:
      return { kind: isCleanup(certbot) ? "cleanup" : "present", challenges: [certbotChallenge(certbot)] };
    case "present":
    case "cleanup":
      return { kind: verb, challenges: [operands.length === 0 ? certbotChallenge(certbot) : legoChallenge(operands)] };
    case "deploy_challenge":
      return { kind: "present", challenges: dehydratedChallenges(operands) };
    case "clean_challenge":
      return { kind: "cleanup", challenges: dehydratedChallenges(operands) };
    case "timeout":
      return { kind: "timeout" };
    case "serve":
      return serveRequest(operands);
    default:
      if (DEHYDRATED_EVENTS.has(verb) || verb.startsWith("this_hookscript_is_broken__")) return { kind: "nothing" };
      throw usage("There is no such acme command.");
  }
}

/**
 * Bare `vps-dns acme` is both of certbot's hooks. The variable alone does not tell which: after one certificate's
 * clean-up certbot leaves it set for the next one's authentication.
 */
function isCleanup({ authOutput = "", validation }: CertbotEnvironment): boolean {
  return validation !== undefined && authOutput.split(/\s+/).includes(validation);
}

function certbotChallenge({ domain, validation }: CertbotEnvironment): Challenge {
  if (domain !== undefined && validation !== undefined) return challengeOf(domain, validation);
  throw usage("No challenge was given, and certbot's environment is not there either.");
}

/** `FQDN VALUE`, older lego's `FQDN VALUE TTL`, or in its RAW mode `DOMAIN TOKEN KEYAUTH`, told by the dot in the key. */
function legoChallenge(operands: readonly string[]): Challenge {
  const [first, second, third, ...more] = operands.filter((word) => word !== "--");
  if (first === undefined || second === undefined || more.length > 0) {
    throw usage("A challenge is a name and a value.");
  }
  if (third === undefined || /^\d+$/.test(third)) return challengeAt(first, second);
  // A mistyped flag would be hashed, and the record of nobody's challenge be a success.
  if (!/^[\w-]+\.[\w-]+$/.test(third)) throw usage("The third word is no key authorization (TOKEN.THUMBPRINT).");
  return challengeFromKey(first, third);
}

/** `DOMAIN TOKEN_FILENAME TOKEN_VALUE`, several of them with HOOK_CHAIN=yes. */
function dehydratedChallenges(operands: readonly string[]): readonly Challenge[] {
  const challenges: Challenge[] = [];
  for (let at = 0; at < operands.length; at += 3) {
    const [domain, , value] = operands.slice(at, at + 3);
    if (domain === undefined || value === undefined) throw usage("A challenge of dehydrated is three words.");
    challenges.push(challengeOf(domain, value));
  }
  if (challenges.length === 0) throw usage("No challenge was given.");
  return challenges;
}

function serveRequest([address, ...more]: readonly string[]): AcmeRequest {
  if (address === undefined || more.length > 0) throw usage("acme serve takes [HOST:]PORT.");
  return { kind: "serve", address };
}

function usage(message: string): InputError {
  return new InputError("invalid_input", message, { hint: "vps-dns acme --help shows how each client calls it." });
}
