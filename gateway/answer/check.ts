import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { errorCodes, HubError } from '#shared/errors.js';
import type { Path } from '../plan/place.js';
import { type Dictionary, isDictionary } from '../plan/types.js';
import { type FieldShape, type Shape, shapeOnce } from './shape.js';
import type { ValueKind } from './value-kind.js';

type Variables = Readonly<Record<string, unknown>>;

/** What was asked of which subgraph. */
export interface Asked {
  subgraph: string;
  document: DocumentNode;
  variables?: Variables | undefined;
}

/** Judges answers of subgraphs against what was asked of them. */
export interface AnswerChecks {
  /** Makes null what is not of its type or missing, each with an error of its own: an engine would let it pass without a word. */
  check(asked: Asked, answer: ExecutionResult): ExecutionResult;
  /** Yields, for a fetch without an answer, the error at each field that it costs. */
  lost(asked: Asked, error: GraphQLError): ExecutionResult;
}

/** Opens the checks of a supergraph. */
export function answerChecks(schema: GraphQLSchema): AnswerChecks {
  const shapeOf = shapeOnce(schema);
  const lost: AnswerChecks['lost'] = ({ document, variables = {} }, error) => {
    const paths = lostPaths(shapeOf(document), variables);
    return { data: null, errors: paths.map((path) => errorAt(path, error)) };
  };
  return {
    check: (asked, answer) => {
      const { subgraph, document, variables = {} } = asked;
      const [first] = answer.errors ?? [];
      if (answer.data == null) return first !== undefined && isFault(first) ? lost(asked, first) : answer;
      const walk = new Walk(variables);
      walk.object(answer.data, shapeOf(document), 'Query', null);
      const errors = walk.faults
        .filter((path) => !answer.errors?.some((error) => explains(error, path)))
        .map((path) => errorAt(path, new HubError('UNAVAILABLE', unusable(subgraph))));
      if (errors.length === 0) return answer;
      return { ...answer, errors: [...(answer.errors ?? []), ...errors] };
    },
    lost,
  };
}

const refusals = new Set<unknown>(errorCodes.filter((code) => code !== 'INTERNAL' && code !== 'UNAVAILABLE'));

/** Whether an error says that something is broken, rather than that the question was refused. */
export const isFault = ({ extensions }: GraphQLError): boolean => !refusals.has(extensions['code']);

const unusable = (subgraph: string) => `The ${subgraph} subgraph gave no usable answer here.`;

function errorAt(path: Path, error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { path, extensions: error.extensions });
}

/** An error at a place, above it or below it says why the place is empty. */
function explains({ path }: GraphQLError, place: Path): boolean {
  return path !== undefined && place.every((step, index) => index >= path.length || path[index] === step);
}

function lostPaths(shape: Shape, variables: Variables): Path[] {
  return shape.fieldsOf('Query').flatMap((field): Path[] => {
    if (!field.isIncluded(variables)) return [];
    if (field.representations === null) return [[field.key]];
    return typesOf(field, variables).flatMap((type, index) =>
      entityFields(field, type, variables).map(({ key }) => [field.key, index, key]),
    );
  });
}

/** The types of the entities that were asked for, in their order. */
function typesOf({ representations }: FieldShape, variables: Variables): string[] {
  const list = variables[representations ?? ''];
  return Array.isArray(list) ? list.map((each: { __typename: string }) => each.__typename) : [];
}

const entityFields = ({ selection }: FieldShape, type: string, variables: Variables): FieldShape[] =>
  (selection?.fieldsOf(type) ?? []).filter((each) => each.kind !== null && each.isIncluded(variables));

/** Where an object stands in an answer; a list of steps is made of it only for a fault. */
interface Place {
  above: Place | null;
  step: string | number;
}

function pathOf(place: Place | null, step: string | number): Path {
  const steps = [step];
  for (let at = place; at !== null; at = at.above) steps.unshift(at.step);
  return steps;
}

/** Walks one answer along what was asked. */
class Walk {
  readonly faults: Path[] = [];

  constructor(private readonly variables: Variables) {}

  /** Walks an object's fields; what is at fault becomes null. */
  object(value: Dictionary, shape: Shape, type: string, place: Place | null): void {
    for (const field of shape.fieldsOf(type)) {
      if (!field.isIncluded(this.variables)) continue;
      if (field.representations !== null) this.entities(value, field);
      else if (field.kind !== null) this.member(value, field.key, field.kind, field, place);
    }
  }

  private member(
    holder: Dictionary | unknown[],
    key: string | number,
    kind: ValueKind,
    field: FieldShape,
    place: Place | null,
  ): void {
    const value = (holder as Dictionary)[key];
    if (value === null && !kind.isRequired) return;
    if (kind.fits !== null) {
      if (!kind.fits(value)) this.fault(holder, key, place);
    } else if (kind.item !== null) {
      if (!Array.isArray(value)) return this.fault(holder, key, place);
      const here = { above: place, step: key };
      for (let index = 0; index < value.length; index += 1) this.member(value, index, kind.item, field, here);
    } else {
      const name = isDictionary(value) ? typeNameOf(value, kind, field) : null;
      if (name === null || field.selection === null) return this.fault(holder, key, place);
      this.object(value as Dictionary, field.selection, name, { above: place, step: key });
    }
  }

  private fault(holder: Dictionary | unknown[], key: string | number, place: Place | null): void {
    this.faults.push(pathOf(place, key));
    (holder as Dictionary)[key] = null;
  }

  /** Walks entities; one that the subgraph does not know costs the fields that may not be null. */
  private entities(data: Dictionary, field: FieldShape): void {
    const [types, list] = [typesOf(field, this.variables), data[field.key]];
    const here = { above: null, step: field.key };
    const whole = Array.isArray(list) && list.length === types.length ? (list as unknown[]) : null;
    data[field.key] = types.map((type, index) => {
      const entity = whole?.[index];
      if (isDictionary(entity) && field.selection !== null && (entity['__typename'] ?? type) === type) {
        this.object(entity, field.selection, type, { above: here, step: index });
        return entity;
      }
      for (const each of entityFields(field, type, this.variables))
        if (entity !== null || each.kind?.isRequired === true) this.faults.push([field.key, index, each.key]);
      return null;
    });
  }
}

/** Yields the type of an object; null for one that cannot stand here, which an engine would drop without a word. */
function typeNameOf(
  { __typename: named }: Dictionary,
  { typeName }: ValueKind,
  { types }: FieldShape,
): string | null {
  if (named === undefined) return typeName;
  return typeof named === 'string' && types.has(named) ? named : null;
}
