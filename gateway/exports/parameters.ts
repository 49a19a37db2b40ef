import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputType,
  isListType,
  type NamedTypeNode,
  type OperationDefinitionNode,
  parse,
  type TypeNode,
  typeFromAST,
  validate,
} from 'graphql';
import { badInput } from '#shared/errors.js';
import type { Export } from './export.js';

/** Of a page, which whoever exports does not see. */
const ofPages = new Set(['first', 'after']);

/** What a URL may say of an export, by the variables of the operation that it asks. */
export class Parameters {
  private constructor(private readonly types: ReadonlyMap<string, GraphQLInputType>) {}

  /** Yields null for an export that the schema cannot answer: another hub's, or one that has changed. */
  static of({ documents }: Export, schema: GraphQLSchema): Parameters | null {
    const parsed = documents.map((text) => parse(text, { noLocation: true }));
    if (parsed.some((document) => validate(schema, document).length > 0)) return null;
    const [operation] = parsed[0]?.definitions ?? [];
    const { variableDefinitions = [] } = operation as OperationDefinitionNode;
    const types = variableDefinitions
      .map(({ variable, type }) => [variable.name.value, typeIn(schema, type)] as const)
      .filter((pair): pair is [string, GraphQLInputType] => isInputType(pair[1]) && !ofPages.has(pair[0]));
    return new Parameters(new Map(types));
  }

  /** Reads what a URL says; throws BAD_USER_INPUT that names the parameter and what is allowed. */
  read(query: Readonly<Record<string, string | string[]>>): Record<string, unknown> {
    const pairs = Object.entries(query).map(([name, given]) => {
      const type = this.types.get(name);
      if (type === undefined) throw badInput(name, given, `the parameters are ${this.names}`);
      return [name, valueOf(name, given, type)];
    });
    return Object.fromEntries(pairs) as Record<string, unknown>;
  }

  private get names(): string {
    return [...this.types.keys()].join(', ') || 'none';
  }
}

/** Its overloads know one kind of type each. */
const typeIn = (schema: GraphQLSchema, node: TypeNode): GraphQLType | undefined =>
  typeFromAST(schema, node as NamedTypeNode);

/** Several values stand with commas between, or each in a parameter of the same name. */
function valueOf(name: string, given: string | string[], type: GraphQLInputType): unknown {
  const isList = isListType(getNullableType(type));
  const parts = [given].flat().flatMap((text) => (isList ? text.split(',') : [text]));
  if (!isList && parts.length > 1) throw badInput(name, given, 'it is expected once');
  const values = parts.map((text) => leafOf(name, text.trim(), type));
  return isList ? [...new Set(values)] : values[0];
}

const wholeMax = 2_147_483_647;

function leafOf(name: string, text: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    if (named.getValue(text) != null) return text;
    throw badInput(
      name,
      text,
      `allowed are ${named
        .getValues()
        .map((value) => value.name)
        .join(', ')}`,
    );
  }
  if (text === '') throw badInput(name, text, `a ${named.name} is expected, or no ${name} at all`);
  if (named.name !== 'Int') return text;
  const whole = Number(text);
  if (/^\d{1,10}$/.test(text) && whole <= wholeMax) return whole;
  throw badInput(name, text, `a whole number from 0 to ${wholeMax} is expected`);
}
