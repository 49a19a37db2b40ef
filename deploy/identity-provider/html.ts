import { createHash } from 'node:crypto';

/** What is said in Chinese, and in English. */
export type Said = readonly [chinese: string, english: string];

const style = `
:root { color-scheme: light dark; --ground: #f4f6f9; --sheet: #fff; --line: #727c8a; --text: #1a2230; --quiet: #5a6473; --accent: #0b5cad; --on: #fff; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #10151d; --sheet: #19212c; --line: #7a8799; --text: #e8edf4; --quiet: #a5b1c2; --accent: #6cb2ff; --on: #10151d; --bad: #ff8f86; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.6 -apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; }
main { max-width: 460px; margin: 32px auto; padding: 24px; background: var(--sheet); border-radius: 8px; }
h1 { font-size: 20px; margin: 0 0 8px; }
p { margin: 0 0 16px; }
[lang=en] { color: var(--quiet); font-size: 13px; }
p > [lang=en] { display: block; }
h1 > [lang=en] { display: block; font-weight: 400; }
fieldset { margin: 0 0 16px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 6px; display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); }
fieldset label { padding: 6px 0; }
input[type=password] { display: block; width: 100%; margin: 4px 0 16px; padding: 8px 10px; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
button { padding: 8px 20px; margin-right: 8px; font: inherit; color: var(--on); background: var(--accent); border: 1px solid var(--accent); border-radius: 6px; cursor: pointer; }
button [lang=en] { color: inherit; }
button.plain { color: var(--accent); background: transparent; }
a { color: var(--accent); }
a [lang=en] { color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[role=alert] { color: var(--bad); }
[role=alert] [lang=en] { color: inherit; }
code { overflow-wrap: anywhere; }
`;

/**
 * Yields the headers of every page: no script, nothing from elsewhere, in no frame, sent to nobody but back to the pages.
 * `report-sample` allows nothing: it holds the place at which oidc-provider writes the hash of its own one-line script
 * (one that signs out who has no session any more).
 */
export function pageHeaders(origins: readonly string[]): Record<string, string> {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    "script-src 'report-sample'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    // A browser holds what a form is answered with, a redirection to the pages, against this too.
    `form-action 'self' ${origins.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Writes a text so that it is nothing but text, in an element or an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Writes what is said: Chinese first, English beside it. */
export const said = ([chinese, english]: Said): string =>
  `${escaped(chinese)} <span lang="en">${escaped(english)}</span>`;

/** Writes a whole page; its body is HTML. */
export const page = (title: Said, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title.join(' '))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>${said(title)}</h1>
${body}
</main>
</body>
</html>
`;
