/**
 * The last line of defence of the log: takes out what looks like a secret, for the case that one got into a text
 * although none may (Secret values, rule of the Log port). It would rather take too much: a long random-looking word
 * goes, whatever it is. Addresses, hosts, dates, versions and dotted codes stay.
 */
export function redact(text: string): string {
  return rules.reduce((sofar, [pattern, put]) => sofar.replace(pattern, put), text);
}

/** Whether a fact of this name is a secret whatever its value looks like. */
export function isSecretName(name: string): boolean {
  return /secret|passw|passphrase|token|credential|authorization|cookie|verifier|assertion|nonce|^pin$/i.test(
    name,
  );
}

const gone = '[redacted]';

const rules: readonly (readonly [RegExp, string])[] = [
  // JSON Web Tokens and the like: base64url of `{"`.
  [/eyJ[\w-]{4,}(?:\.[\w-]*)*/g, gone],
  // Stalwart 0.16: `app_` and 36 characters; 0.16.0 to 0.16.2 wrote a space instead of the underscore.
  [/\bapp[_ ][a-z0-9]{20,}/gi, gone],
  // Up to 0.15, stored form `$app$<name>$<hash>`, and crypt(3) hashes.
  [/\$app\$[^\s"']+/g, gone],
  [/\$(?:\d[a-z]?|argon2\w*|pbkdf2[\w-]*|scrypt)\$[^\s"']+/g, gone],
  // Authorization headers and SASL initial responses.
  [/\b(Bearer|Basic|OAUTHBEARER|XOAUTH2|PLAIN|LOGIN)\s+(?!\[redacted\])[\w.~+/=-]{8,}/gi, `$1 ${gone}`],
  // Parameters of addresses and forms (RFC 6749, RFC 7636), also as JSON members.
  [
    /\b(access_token|refresh_token|id_token|id_token_hint|client_secret|client_assertion|code_verifier|device_code|user_code|password|passwd|secret|token|session_state)(["']?\s*[=:]\s*["']?)(?!\[redacted\])[^\s&"'#,;}]+/gi,
    `$1$2${gone}`,
  ],
  // Those whose names are plain words too: only as parameters.
  [/([?&](?:code|state|nonce)=)(?!\[redacted\])[^\s&"'#]+/gi, `$1${gone}`],
  // Credentials within an address.
  [/(\w:\/\/)[^\s/@:]+:[^\s/@]+@/g, `$1${gone}@`],
  // Any long word of letters and digits mixed, as keys and opaque tokens are; first as base64, which may hold `/` but
  // is no path when it does not start with one, then as base64url, hex and the like.
  [/(?<![\w+/=-])(?!\/)(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{24,}/gi, gone],
  [/(?<![\w+=-])(?=[\w+=-]*\d)(?=[\w+=-]*[a-z])[\w+=-]{24,}/gi, gone],
];
