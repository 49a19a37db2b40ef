import type { DestinationStream } from 'pino';

/** Keeps the lines of a log. */
export function collectLines(): {
  destination: DestinationStream;
  text(): string;
  lines(): Record<string, unknown>[];
} {
  let text = '';
  return {
    destination: {
      write: (line) => {
        text += line;
      },
    },
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
