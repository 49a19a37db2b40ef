import { expect, test } from '@jest/globals';
import { parseDatabaseUrl } from './database/url.js';
import { EnvironmentError, readEnv } from './env.js';

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

test('replicas are a list of database URLs', () => {
  const { DATABASE_REPLICA_URLS } = readEnv({
    DONATIONS_DATABASE_URL: 'postgresql://u@h/d',
    DATABASE_REPLICA_URLS: 'postgresql://u@one/d,postgresql://u@two:5433/d',
  });
  expect(DATABASE_REPLICA_URLS?.map(({ host, port }) => [host, port])).toEqual([
    ['one', 5432],
    ['two', 5433],
  ]);
});

test('who signs tokens and which keys the processes share are read together', () => {
  const secret = 'k9fQ2mZx7LpVw4sTn8RbYc3HdJ6gAeUo';
  const given = {
    NODE_ENV: 'production',
    OIDC_ISSUER: 'https://login.example.org/realms/city',
    OIDC_AUDIENCE: 'hub',
    OIDC_JWKS_URL: 'https://login.example.org/keys',
    IDENTITY_URL: 'http://127.0.0.1:4004/graphql',
    IDENTITY_DATABASE_URL: 'postgresql://u@h/d',
  };
  expect(readEnv({ ...given, INTERNAL_KEYS: `new:${secret}` })).toMatchObject({
    ...given,
    IDENTITY_URL: ['http://127.0.0.1:4004/graphql'],
    INTERNAL_KEYS: [{ id: 'new', secret }],
  });
});

test.each([
  [{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_AUDIENCE: found nothing; allowed: the audience'],
  [{ OIDC_AUDIENCE: 'hub' }, 'OIDC_ISSUER: found nothing; allowed: the issuer'],
  [{ OIDC_JWKS_URL: 'https://login.example.org/keys' }, 'OIDC_ISSUER: found nothing; allowed: the issuer'],
  [{ OIDC_ISSUER: 'login' }, 'OIDC_ISSUER: found "login"; allowed: an http(s) URL'],
  [{ LIMIT_DEPTH: '0' }, 'LIMIT_DEPTH: found "0"; allowed: a whole number from 1 to 1000000000'],
  [{ LIMIT_COST: '1e4' }, 'LIMIT_COST: found "1e4"; allowed: a whole number from 1'],
  [
    { RATE_LIMIT_PER_VIEWER: '-1' },
    'RATE_LIMIT_PER_VIEWER: found "-1"; allowed: a whole number of cost points',
  ],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS: found "*"; allowed: origins such as https://hub.example.org'],
  [
    { CORS_ORIGINS: 'https://a.example.org/' },
    'CORS_ORIGINS: found "https://a.example.org/"; allowed: origins',
  ],
  [{ TRUSTED_DOCUMENTS: 'yes' }, 'TRUSTED_DOCUMENTS: found "yes"; allowed: one of on, off'],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV: found "prod"; allowed: one of production, development, test'],
  [
    { IDENTITY_DATABASE_URL: 'mysql://u:secret@h/d' },
    'IDENTITY_DATABASE_URL: found (not shown, it may hold a password)',
  ],
  [
    { DATABASE_URL: 'postgresql://u@h/d', DATABASE_REPLICA_URLS: 'postgresql://u:secret@h/d, h2' },
    'DATABASE_REPLICA_URLS: found (not shown, it may hold a password); allowed: for number 2 of 2 (commas between them): a URL of the form',
  ],
  [
    { DATABASE_REPLICA_URLS: 'postgresql://u:secret@h/d' },
    'DATABASE_URL: found nothing; allowed: the server that DATABASE_REPLICA_URLS are replicas of',
  ],
  [
    { INTERNAL_KEYS: 'new:too-little' },
    'INTERNAL_KEYS: found (not shown, it holds secrets); allowed: `id:secret`',
  ],
])('%j is refused, in words that repeat no secret', (env, words) => {
  const read = () => readEnv(env);
  expect(read).toThrow(EnvironmentError);
  expect(read).toThrow(words);
  expect(read).not.toThrow(/too-little|u:secret/);
});
