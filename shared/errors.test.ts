import { expect, test } from '@jest/globals';
import { errorCodes, maskError } from './errors.js';

test('an unknown error leaves as INTERNAL with an incident id that the log gets too', () => {
  const reported: string[] = [];
  const masked = maskError(
    {
      message: 'connect postgresql://hub:hunter2@10.0.0.3',
      path: ['area'],
      extensions: { code: 'ECONNREFUSED', stacktrace: ['at x'] },
    },
    (incident) => reported.push(incident),
  );
  expect(masked).toEqual({
    message: 'Something went wrong on our side.',
    path: ['area'],
    extensions: { code: 'INTERNAL', incident: reported[0] },
  });
});

test('a known code keeps its message and loses every other extension', () => {
  for (const code of errorCodes.filter((known) => known !== 'INTERNAL')) {
    const masked = maskError(
      { message: 'm', extensions: { code, serviceName: 'x', url: 'y', argument: 'first' } },
      () => undefined,
    );
    expect(masked).toEqual({ message: 'm', extensions: { code, argument: 'first' } });
  }
});

test('a bug that calls itself INTERNAL is masked as well', () => {
  expect(
    maskError({ message: 'secret', extensions: { code: 'INTERNAL' } }, () => undefined).message,
  ).not.toContain('secret');
});

test('what a subgraph has masked keeps its incident, so that both logs name the same', () => {
  const incident = '7c5c3a5e-3c1b-4c43-9d2f-0f5a3a4f2f10';
  const leave = (extensions: object) =>
    maskError({ message: 'm', extensions: { ...extensions } }, () => undefined);
  expect(leave({ code: 'INTERNAL', incident }).extensions).toEqual({ code: 'INTERNAL', incident });
  expect(leave({ code: 'INTERNAL', incident: 'drop table' }).extensions?.['incident']).toMatch(
    /^[0-9a-f-]{36}$/,
  );
});
