// The core's hints in a workflow's words: it speaks of flags, fields and `key=value`, where a workflow has inputs and YAML.

// In examples of a preset's values.
const KEY_AND_VALUE = /(such as:? |, |wanted )([a-z_]+)=(?=\S)/g;

/** The hint as a workflow's author needs it. */
export function inInputs(hint: string): string {
  return hint
    .replaceAll("VPS_API_TOKEN or --token-file", "the input token")
    .replaceAll(/--(api-url|sandbox|allow-purchases)\b/g, "the input $1")
    .replaceAll(/--zone \S+, or (?=VPS_ZONES=)/g, "")
    .replaceAll(/--(state-dir|rdap-url)\b/g, (_, flag: string) => `VPS_${flag.toUpperCase().replace("-", "_")}`)
    .replaceAll(/--(nameserver|resolver|zone)\b/g, (_, flag: string) => `VPS_${flag.toUpperCase()}S`)
    .replace(", or lower --concurrency", "")
    .replace("set_rrset with type CNAME;", "if-exists: update, or operation: set-rrset;")
    .replace("set_rrset with replace_conflicts", "operation: set-rrset with replace_conflicts: true in arguments")
    .replace("Give records, or zonefile as text.", "Give type, name and value, or records, zone-file or preset.")
    .replaceAll(KEY_AND_VALUE, "$1$2: ");
}
