import fc, { type GeneratorValue } from 'fast-check';

/** Draws what a generated thing needs, from one seed: the same seed gives the same thing. */
export interface Choice {
  below(count: number): number;
  /** True so many times of a hundred. */
  percent(times: number): boolean;
  of<Item>(items: readonly Item[]): Item;
  draw<Item>(arbitrary: fc.Arbitrary<Item>): Item;
}

/** Makes an arbitrary of a function that draws. */
export const chosen = <Made>(make: (choose: Choice) => Made): fc.Arbitrary<Made> =>
  fc.gen().map((generate) => make(choiceOf(generate)));

function choiceOf(generate: GeneratorValue): Choice {
  const below = (count: number) => generate(fc.nat, { max: count - 1 });
  return {
    below,
    percent: (times) => below(100) < times,
    of: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    draw: (arbitrary) => generate(() => arbitrary),
  };
}
