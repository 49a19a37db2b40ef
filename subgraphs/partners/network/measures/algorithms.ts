import circularModule from 'graphology-layout/circular.js';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import louvainModule from 'graphology-communities-louvain';

// These libraries are CommonJS, whose `module.exports` is the function itself; their types say that it is behind `default`.
export const louvain = louvainModule as unknown as typeof louvainModule.default;
export const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
export const circular = circularModule as unknown as typeof circularModule.default;
