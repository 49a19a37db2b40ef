/** As the parts of a longer number or name they would be something else, for instance of an id. */
const alone = (pattern: string) => `(?<![0-9A-Za-z])${pattern}(?![0-9A-Za-z])`;

const personal = new RegExp(
  [
    // The secret of an API key, whole or cut off; its first part may be shown.
    String.raw`(?<key>hub_[0-9A-Za-z]{10}_[0-9A-Za-z_]+)`,
    // A token: its first part is base64url of `{"`.
    String.raw`(?<token>eyJ[\w-]{8,}(?:\.[\w-]*)*)`,
    // A Chinese mobile number, with or without the country.
    alone(String.raw`(?<phone>(?:86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4})`),
    // An identity card.
    alone(String.raw`(?<id>\d{6}[- ]?\d{8}[- ]?\d{3}[\dXx])`),
  ].join('|'),
  'g',
);

/**
 * The last net under the log: hides in a finished line what looks like a token, a key's secret, a telephone or an identity number.
 * Whoever logs sees to it that none comes so far.
 */
export function hidePersonal(line: string): string {
  return line.replace(personal, (found, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const [kind = ''] = Object.entries(groups).find(([, text]) => text !== undefined) ?? [];
    const offset = rest.at(-3) as number;
    // A bare number must stay one, or the line is no JSON any more.
    return /[^\\]":$/.test(line.slice(Math.max(0, offset - 3), offset)) && /^\d+$/.test(found)
      ? 'null'
      : `[${kind} hidden]`;
  });
}
