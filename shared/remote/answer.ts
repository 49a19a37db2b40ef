import { randomUUID } from 'node:crypto';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { z } from 'zod';
import { errorCodes } from '../errors.js';
import { NoAnswer } from './exchange.js';

/** What may be read of an answer; anything else in it is dropped. */
const answerForm = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).nullish(),
        extensions: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .min(1)
    .nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** Keys that would change what an object is, were it merged with another. */
const poison = /"__proto__"\s*:/;

/** Reads an answer as it came. Throws NoAnswer for what is no GraphQL answer, and for nothing (`{"data":null}`) without an error. */
export function readAnswer(bytes: Buffer): ExecutionResult {
  const { data, errors, extensions } = formed(parse(bytes.toString()));
  if (data == null && errors == null) throw new NoAnswer('neither data nor errors', true);
  return {
    data: data ?? null,
    ...(errors == null ? {} : { errors: errors.map(revived) }),
    ...(extensions == null ? {} : { extensions }),
  };
}

function parse(text: string): unknown {
  if (poison.test(text)) throw new NoAnswer('an answer with a key __proto__', true);
  try {
    return JSON.parse(text);
  } catch {
    throw noAnswer();
  }
}

function formed(answer: unknown): z.infer<typeof answerForm> {
  if (isUsual(answer)) return answer;
  const { success, data } = answerForm.safeParse(answer);
  if (!success) throw noAnswer();
  return data;
}

/** Whether nothing has to be looked for in an answer: it has data, no errors, and its notes are an object. */
const isUsual = (answer: unknown): answer is z.infer<typeof answerForm> =>
  isObject(answer) &&
  isObject(answer['data']) &&
  answer['errors'] == null &&
  (answer['extensions'] == null || isObject(answer['extensions']));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noAnswer = () => new NoAnswer('no GraphQL answer', true);

type AnswerError = NonNullable<z.infer<typeof answerForm>['errors']>[number];

/**
 * Makes an error what it was before it travelled: engines keep codes of GraphQL errors only. Of its extensions only what the hub's own
 * errors have is taken over. An error with any other code is not one of ours: what it says goes no further, not even into a log.
 */
function revived({ message, path, extensions }: AnswerError): GraphQLError {
  const { code, argument, incident } = extensions ?? {};
  const place = { path: path ?? null };
  if (!errorCodes.some((each) => each === code)) {
    const own = { code: 'INTERNAL', incident: randomUUID() };
    return new GraphQLError('A subgraph answered with an error that is not the hub’s.', {
      ...place,
      extensions: own,
    });
  }
  return new GraphQLError(message, {
    ...place,
    extensions: {
      code,
      ...(typeof argument === 'string' ? { argument } : {}),
      ...(typeof incident === 'string' ? { incident } : {}),
    },
  });
}
