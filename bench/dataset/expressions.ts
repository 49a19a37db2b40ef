/** SQL of the id of the n-th row of a kind: scattered like the hub's own, and the same on every machine. */
export const idOf = (kind: string, number: string): string => `md5('${kind} ' || (${number}))::uuid`;

/** SQL of an id in the order of the numbers: millions of scattered ones would take an index minutes to take in. */
export const orderedIdOf = (kind: string, number: string): string =>
  `(lpad(to_hex(${number}), 8, '0') || substr(md5('${kind} ' || (${number})), 9))::uuid`;

/** SQL of when the n-th row was written: one after the other from one fixed day. */
export const timeOf = (number: string): string =>
  `timestamptz '2026-01-01' + (${number}) * interval '1 millisecond'`;

/** SQL of one of some texts, in turns. */
export const oneOf = (texts: readonly string[], number: string): string =>
  `(array[${texts.map((text) => `'${text}'`).join(', ')}])[1 + (${number}) % ${texts.length}]`;
