import type { Page } from 'playwright-core';

/** Runs in the page: every text and label that holds a Chinese character. */
const texts = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.parentElement.tagName !== 'NOSCRIPT') found.push(walker.currentNode.data);
  for (const element of document.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      found.push(element.getAttribute(name) ?? '');
  return found.filter((text) => /\\p{Script=Han}/u.test(text));
})()`;

/** Lists what stands in Chinese on an English page and is no data, nor the button that leads to Chinese or the mark of generated records. */
export async function chineseOf(page: Page, data: readonly string[]): Promise<string[]> {
  const known = [...data, '中文', '（演示）'].sort((a, b) => b.length - a.length);
  const found = (await page.evaluate(texts)) as string[];
  return found.filter((text) =>
    /\p{Script=Han}/u.test(known.reduce((rest, each) => rest.replaceAll(each, ''), text)),
  );
}
