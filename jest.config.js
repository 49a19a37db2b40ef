// `roots` keeps jest away from dist/, where the compiled tests would run a second time against the same database.
const rooms = ['shared', 'subgraphs', 'gateway', 'web', 'test'];

export default {
  testEnvironment: 'node',
  roots: rooms.map((room) => `<rootDir>/${room}`),
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#(shared|subgraphs|gateway|exports|deploy)/(.*)\\.js$': '<rootDir>/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/kit/global-setup.js',
  globalTeardown: '<rootDir>/test/kit/global-teardown.js',
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/kit/longest-first.sequencer.js',
  reporters: ['default', '<rootDir>/test/kit/closing-line.reporter.js'],
};
