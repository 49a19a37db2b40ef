import type fc from 'fast-check';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Operation } from './attack.js';
import { chosen, type Choice } from './choice.js';
import { literal, valueFor } from './values.js';

/** What an operation is given besides its document. */
interface Written {
  variables: { name: string; type: string; value: unknown }[];
  fragments: string[];
  /** Fields that may still be written, so that no document grows without end. */
  left: number;
}

/** Operations that the schema allows, but for values of a wrong form now and then. */
export function operations(schema: GraphQLSchema, kind: 'query' | 'mutation'): fc.Arbitrary<Operation> {
  return chosen((choose) => {
    const count = choose.percent(8) ? 1 + choose.below(3) : 1;
    const wrongPercent = choose.of([0, 0, 2, 10]);
    const texts: string[] = [];
    const all: Written = { variables: [], fragments: [], left: 10 + choose.below(60) };
    for (let index = 0; index < count; index += 1) {
      all.variables = [];
      const writer = new Writer(schema, choose, all, wrongPercent);
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      const body = writer.selection(root as GraphQLNamedType, 1 + choose.below(choose.percent(10) ? 16 : 7));
      const declared = all.variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      texts.push(`${kind} O${index}${declared === '' ? '' : `(${declared})`} ${body}`);
    }
    const variables = Object.fromEntries(all.variables.map(({ name, value }) => [name, value]));
    const named =
      count > 1 || choose.percent(20)
        ? { operationName: choose.percent(90) ? `O${count - 1}` : 'Nobody' }
        : {};
    return { query: [...texts, ...all.fragments].join('\n'), variables, ...named };
  });
}

class Writer {
  constructor(
    readonly schema: GraphQLSchema,
    readonly choose: Choice,
    readonly written: Written,
    readonly wrongPercent: number,
  ) {}

  /** Writes what is selected of a type, at most so many levels deep. */
  selection(type: GraphQLNamedType, levels: number): string {
    const { choose } = this;
    const parts = ['__typename'];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const open = fields.filter((field) => levels > 1 || isLeafType(getNamedType(field.type)));
    for (let count = 1 + choose.below(4); count > 0 && open.length > 0 && this.written.left > 0; count -= 1)
      parts.push(this.field(choose.of(open), levels));
    if (isAbstractType(type) && this.written.left > 0) {
      const member = choose.of(this.schema.getPossibleTypes(type));
      parts.push(`... on ${member.name} ${this.selection(member, levels)}`);
    }
    if (choose.percent(8)) parts.push(this.fragment(type, levels));
    if (choose.percent(5)) parts.push(`... ${this.directive()} { __typename }`);
    return `{ ${parts.join(' ')} }`;
  }

  private field({ name, args, type }: GraphQLField<unknown, unknown>, levels: number): string {
    const { choose } = this;
    this.written.left -= 1;
    const alias = this.alias();
    const passed = args
      .filter((arg) => isRequiredArgument(arg) || choose.percent(35))
      .map((arg) => this.argument(arg));
    const named = getNamedType(type);
    const inner = isLeafType(named) ? '' : ` ${this.selection(named, levels - 1)}`;
    const directive = choose.percent(6) ? ` ${this.directive()}` : '';
    return `${alias}${name}${passed.length === 0 ? '' : `(${passed.join(', ')})`}${directive}${inner}`;
  }

  /** Now and then one that every object has already. */
  private alias(): string {
    const { choose } = this;
    if (choose.percent(1))
      return `${choose.of(['__proto__', 'constructor', 'toString', 'id', '__typename'])}: `;
    return choose.percent(15)
      ? `${choose.of(['a', 'name', 'prototype', 'then'])}${choose.of(['', '1'])}: `
      : '';
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = valueFor(type, this.choose, this.wrongPercent);
    return `${name}: ${this.choose.percent(50) ? this.variable(String(type), value) : literal(value, type)}`;
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.written.variables.length}`;
    this.written.variables.push({ name, type, value });
    return `$${name}`;
  }

  private directive(): string {
    const condition = this.choose.percent(50)
      ? this.variable('Boolean!', true)
      : String(this.choose.percent(50));
    return `@${this.choose.of(['skip', 'include'])}(if: ${condition})`;
  }

  private fragment(type: GraphQLNamedType, levels: number): string {
    const name = `F${this.written.fragments.length}`;
    const index = this.written.fragments.push('') - 1;
    this.written.fragments[index] = `fragment ${name} on ${type.name} ${this.selection(type, levels)}`;
    return this.choose.percent(20) ? `...${name} ...${name}` : `...${name}`;
  }
}
