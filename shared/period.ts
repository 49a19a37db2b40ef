import { Field, InputType } from 'type-graphql';
import { badInput } from './errors.js';
import { DateScalar } from './scalars.js';

@InputType({ description: 'Half-open interval of days [from, to); an open end is unbounded.' })
export class Period {
  @Field(() => DateScalar, { nullable: true, description: 'First day that counts.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that no longer counts.' })
  to?: string | null;
}

/** Bounds of a period with nothing left open; dates compare as text. */
export interface Days {
  from: string;
  to: string;
}

const everFrom = '0001-01-01';
const everTo = '9999-12-31';

/** Reads a period; null means "since ever". Refuses one that ends before it begins. */
export function daysOf(period: Period | null | undefined): Days | null {
  if (!period?.from && !period?.to) return null;
  const days = { from: period.from ?? everFrom, to: period.to ?? everTo };
  if (days.from > days.to) throw badInput('period', days, 'from must not be after to');
  return days;
}
