// `roots` keeps jest away from dist/, where the compiled tests would run a second time against the same database.
const rooms = ['shared', 'subgraphs', 'gateway', 'web', 'test'];

export default {
  testEnvironment: 'node',
  roots: rooms.map((room) => `<rootDir>/${room}`),
  testMatch: ['**/*.test.ts'],
  runtime: '<rootDir>/test/kit/native-runtime.cjs',
  transform: {},
  globalSetup: '<rootDir>/test/kit/global-setup.js',
  globalTeardown: '<rootDir>/test/kit/global-teardown.js',
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/kit/longest-first.sequencer.js',
  reporters: ['default', '<rootDir>/test/kit/closing-line.reporter.js'],
};
