// How jest loads test files: as Node.js loads any other module, from what `tsc -b` compiled. Jest's own runtime gives each file modules of
// its own in a sandbox, and to load the hub's two thousand of them takes longer there than most files run.
const { existsSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { join, relative } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { expect } = require('expect');
const Runtime = require('jest-runtime').default;

// They would count in jest's sandbox, and so count nothing.
delete expect.assertions;
delete expect.hasAssertions;

/** Of the file that is running: modules that several files share are loaded once, and must reach the describe of each. */
const current = Symbol.for('linkage-hub.jest-globals');
const names = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'test'];
const globalsUrl = 'jest:globals';
const globalsSource = `
const of = (name) => new Proxy(function () {}, {
  apply: (_target, _this, given) => globalThis[Symbol.for('${current.description}')][name](...given),
  get: (_target, property) => globalThis[Symbol.for('${current.description}')][name][property],
});
${names.map((name) => `export const ${name} = of('${name}');`).join('\n')}`;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globalsUrl, shortCircuit: true };
    // The pages are compiled by Vite alone: of theirs Node.js reads the TypeScript itself, which names files as they are compiled.
    if (/^\..*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const written = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(written))) return next(written.href, context);
    }
    return next(specifier, context);
  },
  load: (url, context, next) =>
    url === globalsUrl ? { format: 'module', source: globalsSource, shortCircuit: true } : next(url, context),
});

module.exports = class NativeRuntime extends Runtime {
  constructor(config, ...rest) {
    super(config, ...rest);
    this.rootDir = config.rootDir;
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    // Jest's own expect lives in the sandbox, whose String and Error are not those of the tests.
    globalThis[current] = { ...globals, expect };
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const name = relative(this.rootDir, path);
    const isCompiled = name.endsWith('.ts') && !name.startsWith('web');
    return import(pathToFileURL(isCompiled ? join(this.rootDir, 'dist', name.replace(/ts$/, 'js')) : path));
  }
};
