import { partnerKinds } from '../kit/codes.js';
import { useLabels, useWords, words } from '../kit/words.js';
import type { SceneNode } from './scene/scene.js';

/** How a type of node looks: three ways to tell it, so that colour is never alone. */
interface Look {
  shape: 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon';
  /** Of Okabe and Ito's, which can be told apart by who sees red and green alike. */
  color: string;
  /** What stands on the colour: black or white, whichever can be read. */
  ink: string;
  /** Stands in it, as an icon does. */
  glyph: string;
}

const dark = '#111827';
const light = '#ffffff';

export const looks: Readonly<Record<SceneNode['type'], Look>> = {
  ORGANIZATION: { shape: 'circle', color: '#56b4e9', ink: dark, glyph: '机' },
  UNIVERSITY: { shape: 'square', color: '#0072b2', ink: light, glyph: '校' },
  FOUNDATION: { shape: 'diamond', color: '#e69f00', ink: dark, glyph: '基' },
  CHARITY_PLATFORM: { shape: 'diamond', color: '#d55e00', ink: light, glyph: '台' },
  CHARITY_ORGANIZATION: { shape: 'diamond', color: '#f0e442', ink: dark, glyph: '慈' },
  ENTERPRISE: { shape: 'hexagon', color: '#cc79a7', ink: dark, glyph: '企' },
  GOVERNMENT_BODY: { shape: 'square', color: '#7f7f7f', ink: light, glyph: '政' },
  PROCURATORATE: { shape: 'square', color: '#3b3b3b', ink: light, glyph: '检' },
  PROJECT: { shape: 'triangle', color: '#009e73', ink: light, glyph: '项' },
  COMMUNITY: { shape: 'hexagon', color: '#8c6bb1', ink: light, glyph: '群' },
};

const typeNames = {
  ORGANIZATION: ['机构', 'Organization'],
  ...partnerKinds,
  PROJECT: ['项目', 'Project'],
  COMMUNITY: ['群体', 'Community'],
} as const;

/** Yields what a type of node is called. */
export const useTypeName = (): ((type: SceneNode['type']) => string) => useLabels(typeNames);

const texts = words(
  {
    unavailable: '来源不可用',
    around: (name: string): string => `${name}一带`,
  },
  {
    unavailable: 'Source unavailable',
    around: (name: string): string => `Around ${name}`,
  },
);

/** Yields what a node is called; one whose subgraph does not answer says so. */
export function useNodeName(): (node: Pick<SceneNode, 'kind' | 'name' | 'id'>) => string {
  const { unavailable, around } = useWords(texts);
  return ({ kind, name, id }) => {
    if (name === null) return `${unavailable} ${id.slice(0, 4)}`;
    return kind === 'COMMUNITY' ? around(name) : name;
  };
}
