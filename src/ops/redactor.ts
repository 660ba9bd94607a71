/** Keeps secrets out of what is printed: of job files they reach URLs, messages and errors on many ways. */

export interface Redactor {
  /** From now on these texts are not shown. Those of fewer than {@link SHORTEST} characters are left: they are in other words. */
  hide(secrets: readonly string[]): void;
  /** The text with each secret replaced by `***`, also where it stands in a URL or in JSON. */
  redact(text: string): string;
}

const SHORTEST = 8;

export function createRedactor(): Redactor {
  const hidden = new Set<string>();
  return {
    hide: (secrets) => {
      for (const secret of secrets) {
        if (secret.length < SHORTEST) continue;
        for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
          hidden.add(form);
      }
    },
    redact: (text) => {
      let shown = text;
      for (const secret of hidden) shown = shown.replaceAll(secret, '***');
      return shown;
    },
  };
}
