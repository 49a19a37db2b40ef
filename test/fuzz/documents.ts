import type fc from 'fast-check';
import { getIntrospectionQuery, Lexer, Source, TokenKind } from 'graphql';
import type { Operation } from './attack.js';
import { chosen, type Choice } from './choice.js';

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** What a document is given in a place where something else stood. */
const intruders = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '!',
    '$',
    '...',
    '@',
    ':',
    '=',
    '|',
    '&',
    '"',
    '"""',
    '#',
    '\u0000',
    '\ufeff',
    '\ud800',
    '…',
  ],
  ...[
    '__proto__',
    'constructor',
    '__schema',
    '__typename',
    'on',
    'fragment',
    'query',
    'mutation',
    'subscription',
    'null',
    'true',
  ],
  ...[
    '999999999999999999999999',
    '-0',
    '1e999',
    '0.1e-400',
    '$v0',
    '@skip',
    '@defer',
    '@stream',
    '@include(if: 1)',
    '"\\u{110000}"',
  ],
];

/** Valid documents in which a few words are lost, doubled, exchanged or replaced. */
export const mutated = (valid: fc.Arbitrary<Operation>): fc.Arbitrary<Operation> =>
  chosen((choose) => {
    const operation = choose.draw(valid);
    const words = wordsOf(operation.query);
    for (let count = 1 + choose.below(4); count > 0; count -= 1) mutate(words, choose);
    return { ...operation, query: words.join(' ') };
  });

function wordsOf(text: string): string[] {
  const lexer = new Lexer(new Source(text));
  const words: string[] = [];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance())
      words.push(text.slice(token.start, token.end));
  } catch {
    // A text that is none is mutated as it is.
    return text.split(' ');
  }
  return words;
}

function mutate(words: string[], choose: Choice): void {
  const [at, other] = [choose.below(words.length || 1), choose.below(words.length || 1)];
  const changes = [
    () => words.splice(at, 1),
    () => words.splice(at, 0, words[at] ?? '{'),
    () => ([words[at], words[other]] = [words[other] ?? '', words[at] ?? '']),
    () => (words[at] = choose.of(intruders)),
    () => words.splice(at, 0, choose.of(intruders)),
    () => words.splice(at, choose.below(10)),
    () => words.splice(at, 0, ...words.slice(at, at + 1 + choose.below(20))),
  ];
  choose.of(changes)();
}

/** Documents that ask for much in few words; each in sizes below and above what is allowed. */
const floods: Record<string, (choose: Choice) => string> = {
  'fragment bomb': (choose) => {
    const levels = 1 + choose.below(28);
    const spread = choose.of([
      (name: string) => `...${name}`,
      (name: string) => `... { ...${name} }`,
      (name: string) => `... on Query { ...${name} }`,
    ]);
    return `{ ...f0 } ${times(levels, (level) => `fragment f${level} on Query { ${spread(`f${level + 1}`)} ${spread(`f${level + 1}`)} }`)} fragment f${levels} on Query { ${choose.of(['__typename', 'partners { totalCount }'])} }`;
  },
  'spread cycle': (choose) => {
    const length = 1 + choose.below(choose.of([3, 100]));
    return `{ ...c0 } ${times(length, (index) => `fragment c${index} on Query { __typename ...c${(index + 1) % length} }`)}`;
  },
  'alias flood': (choose) => {
    const field = choose.of([
      '__typename',
      'partners { totalCount }',
      'area(code: "360300") { name }',
      'organizations(first: 100) { nodes { name } }',
    ]);
    return `{ ${times(choose.of([5, 30, 31, 300, 5_000]), (index) => `a${index}: ${field}`)} }`;
  },
  'deep fields': (choose) => {
    const levels = choose.of([5, 11, 12, 13, 60, 400, 3_000]);
    return `{ area(code: "360300") { ${'parent { '.repeat(levels)} name ${'} '.repeat(levels)} } }`;
  },
  'deep values': (choose) => {
    const levels = choose.of([3, 50, 500, 5_000]);
    return `{ organizations(filter: ${choose.of([`${'['.repeat(levels)}1${']'.repeat(levels)}`, `${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`])}) { totalCount } }`;
  },
  'deep types': (choose) => {
    const levels = choose.of([3, 50, 900]);
    return `query ($v: ${'['.repeat(levels)}Int${']'.repeat(levels)}) { __typename }`;
  },
  'directive flood': (choose) =>
    `{ __typename ${times(choose.of([5, 31, 1_500]), (index) => choose.of(['@skip(if: false)', `@d${index}`, '@include(if: true)']))} }`,
  'field flood': (choose) => `{ ${'__typename '.repeat(choose.of([50, 1_001, 1_999, 30_000]))} }`,
  'costly lists': (choose) => {
    const levels = 1 + choose.below(4);
    const inner =
      'partners(first: 100) { nodes { resources(first: 100) { nodes { links(first: 100) { nodes { id } } } } } }';
    return `{ ${times(levels, (index) => `l${index}: ${inner}`)} organizations(first: 100) { nodes { name projects(first: 100) { nodes { id } } } } }`;
  },
  introspection: (choose) => {
    const levels = choose.of([2, 9, 40]);
    return choose.of([
      getIntrospectionQuery(),
      '{ __schema { types { name fields { name type { name } } } } }',
      `{ __type(name: "Query") { fields { ${'type { ofType { fields { '.repeat(levels)} name ${'} } } '.repeat(levels)} } } }`,
    ]);
  },
  'many operations': (choose) => times(choose.of([2, 50, 600]), (index) => `query Q${index} { __typename }`),
  'many fragments': (choose) =>
    `{ __typename } ${times(choose.of([2, 40, 240]), (index) => `fragment f${index} on Query { __typename }`)}`,
  'many variables': (choose) => {
    const count = choose.of([5, 300, 900]);
    return `query (${times(count, (index) => `$v${index}: Int = ${index}`)}) { __typename }`;
  },
  'overlapping fields': (choose) => {
    const count = choose.of([5, 30, 200]);
    return `{ ${times(count, (index) => `... on Query { partners(first: ${index % 2}) { nodes { ${times(3, () => 'name')} } } }`)} }`;
  },
  'long words': (choose) => {
    const length = choose.of([1_000, 100_000]);
    return choose.of([
      `{ ${'a'.repeat(length)} }`,
      `{ area(code: "${'9'.repeat(length)}") { name } }`,
      `{ organizations(first: ${'9'.repeat(length)}) { totalCount } }`,
      `# ${'x'.repeat(length)}\n{ __typename }`,
      `{ __typename${','.repeat(length)} }`,
    ]);
  },
  entities: (choose) =>
    `{ _entities(representations: [${times(choose.of([1, 100]), (index) => `{__typename: "Partner", id: "${index}"}`)}]) { __typename } _service { sdl } }`,
  'near misses': (choose) =>
    `{ ${choose.of(['partner', 'partnerz', 'organisations', 'areas', 'viewr', '__scheme'])} { ${choose.of(['nme', 'nodez', 'totalcount'])} } }`,
  subscription: (choose) =>
    `subscription { ${choose.of(['__typename', 'partners { totalCount }', 'a b c'])} }`,
};

/** Names of the floods. */
export const floodKinds = Object.keys(floods);

/** A flood of a kind, with variables that may be as bad. */
export const flood = (kind: string): fc.Arbitrary<Operation> =>
  chosen((choose) => {
    const query = floods[kind]?.(choose) ?? '';
    if (!choose.percent(15)) return { query };
    const levels = choose.of([3, 21, 1_000]);
    return { query, variables: { v: JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`) as unknown } };
  });
