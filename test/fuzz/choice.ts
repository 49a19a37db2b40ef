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

/** Else small numbers come more often, and what shall be rare does too. */
const evenly = (within: { max: number }) => fc.noBias(fc.nat(within));

function choiceOf(generate: GeneratorValue): Choice {
  const below = (count: number) => generate(evenly, { max: count - 1 });
  return {
    below,
    percent: (times) => below(100) < times,
    of: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    draw: (arbitrary) => generate(() => arbitrary),
  };
}
