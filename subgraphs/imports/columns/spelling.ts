/** Yields the form in which words are compared: half-width, lower-case, without blanks, punctuation and the * of a required column. */
export function fold(text: string): string {
  // √ and × are symbols and stay.
  const form = text.normalize('NFKC').toLowerCase();
  return form.replace(/[\s\p{P}\p{C}\p{Default_Ignorable_Code_Point}]/gu, '');
}

const folded = new Map<string, string>();

/** Words of fields and files that come again and again; more would only fill the memory. */
const foldedMax = 5_000;

/** Folds a word that will come again. */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const form = fold(word);
  if (folded.size >= foldedMax) folded.clear();
  folded.set(word, form);
  return form;
}

/** How many characters must be put in, taken out or replaced to make one text of the other; `max + 1` when more than `max`. */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const moved = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, moved));
    }
    if (Math.min(...current) > max) return max + 1;
    previous = current;
  }
  return previous[b.length] ?? max + 1;
}

/** At most as many characters wrong as can still be a slip: one of two to four, two of more. */
const slipsOf = (text: string): number => (text.length < 2 ? 0.5 : text.length < 5 ? 1 : 2);

/** Yields what the word most like the text stands for; null when none is near, or when the nearest stand for different things. */
export function nearest<T>(text: string, words: Iterable<readonly [word: string, meaning: T]>): T | null {
  const form = fold(text);
  const max = slipsOf(form);
  let best: { meaning: T; distance: number } | null = null;
  let isTied = false;
  for (const [word, meaning] of words) {
    const distance = distanceOf(form, foldWord(word), max);
    if (distance > max) continue;
    if (best === null || distance < best.distance) [best, isTied] = [{ meaning, distance }, false];
    else if (distance === best.distance && meaning !== best.meaning) isTied = true;
  }
  return isTied ? null : (best?.meaning ?? null);
}

/** A text that holds the whole word is nearer than one with a slip: 公办高校 means 高校. */
function distanceOf(form: string, word: string, max: number): number {
  if (word.length > 1 && form.includes(word)) return 0.5;
  return editDistance(form, word, max);
}
