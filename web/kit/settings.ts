/** What the hub tells its pages before they ask anything. */
export interface Settings {
  /** Code of the area that the pages begin with. */
  area: string;
  /** Whether the hub believes its own tokens, which are pasted. */
  demonstration: boolean;
  /** How one signs in; null where no client of the issuer is configured for the pages. */
  signIn: { issuer: string; clientId: string; audience: string } | null;
}

/** Asks for the settings; they hold as long as the page. */
export const loadSettings = async (): Promise<Settings> => {
  const answer = await fetch('/settings.json');
  return (await answer.json()) as Settings;
};

let known: Settings | undefined;

/** Keeps the settings for `settings()`. */
export function keepSettings(settings: Settings): void {
  known = settings;
}

/** Yields the settings, which are there before anything is shown. */
export function settings(): Settings {
  if (known === undefined) throw new Error('The settings are not loaded yet.');
  return known;
}
