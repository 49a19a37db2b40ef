import type { Said } from './html.js';

/** Who may have tokens: a program by its secret, a person by typing it; and what the tokens say of either. */
export interface Client {
  id: string;
  secret: string;
  /** What the sign-in page calls it; its id when left out. */
  name?: Said;
  /** Claims beside the standard ones, for instance `roles`. */
  claims: Record<string, unknown>;
}

/** The pages of the hub, which people sign in to: a public client. */
export interface PagesClient {
  id: string;
  /** Where browsers find them, `http://127.0.0.1:4000` say; nobody is sent anywhere else. */
  origins: readonly string[];
}
