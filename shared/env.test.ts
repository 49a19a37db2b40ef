import { expect, test } from '@jest/globals';
import { parseDatabaseUrl } from './database/url.js';
import { readEnv } from './env.js';

test('nothing set gives the defaults; an empty variable counts as not set', () => {
  expect(readEnv({ GATEWAY_ENGINE: '' })).toMatchObject({
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    DEMO_DATA: 'auto',
    GATEWAY_ENGINE: 'hive',
  });
  expect(readEnv({}).PORT).toBeUndefined();
});

test('a database URL is read whole: socket folder, escapes, encryption', () => {
  expect(parseDatabaseUrl('postgresql://u%40x:p%2Fw@%2Ftmp%2Fs:5433/d?sslmode=verify-full')).toEqual({
    host: '/tmp/s',
    port: 5433,
    user: 'u@x',
    password: 'p/w',
    database: 'd',
    ssl: 'verify',
  });
  expect(parseDatabaseUrl('postgres://u@h/d?sslmode=maybe')).toHaveProperty('mistake');
});
