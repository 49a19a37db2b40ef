import { resourceCategories, resourceLinkStatuses, resourceStatuses } from '../kit/codes.js';
import { oneOf, type Search, someOf, textIn } from '../kit/search.js';

/** Parts of the portal, as an address names them. */
export const portalTabs = ['resources', 'links', 'usage', 'suggestions', 'profile'] as const;
export type PortalTab = (typeof portalTabs)[number];

const keysOf = <Code extends string>(labels: Record<Code, unknown>) => Object.keys(labels) as Code[];

export type ResourceCategory = keyof typeof resourceCategories;
export type ResourceStatus = keyof typeof resourceStatuses;
export type LinkStatus = keyof typeof resourceLinkStatuses;

/** What the address of the portal holds. */
export interface PortalSearch {
  /** Nothing stands for the first that the viewer has. */
  tab?: PortalTab | undefined;
  /** The partner that an administrator has chosen. */
  partner?: string | undefined;
  /** Of the resources. */
  status?: ResourceStatus[] | undefined;
  category?: ResourceCategory[] | undefined;
  area?: string | undefined;
  text?: string | undefined;
  /** Of the links; nothing stands for those that wait for an answer or go on. */
  link?: LinkStatus[] | undefined;
  /** Cursor behind which the page of the table begins. */
  after?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const portalSearch = (search: Search): PortalSearch => ({
  tab: oneOf(portalTabs, search['tab']),
  partner: textIn(search['partner']),
  status: someOf(keysOf(resourceStatuses), search['status']),
  category: someOf(keysOf(resourceCategories), search['category']),
  area: textIn(search['area']),
  text: textIn(search['text']),
  link: someOf(keysOf(resourceLinkStatuses), search['link']),
  after: textIn(search['after']),
});

/** What the addresses of the form hold: the partner that an administrator registers for. */
export interface FormSearch {
  partner?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const formSearch = (search: Search): FormSearch => ({ partner: textIn(search['partner']) });
