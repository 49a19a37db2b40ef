import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { encodeCursor, type Place } from './page.js';

@ObjectType({ description: 'Where a page of a connection begins and ends.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True when the page was asked for behind a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** One page of rows, as a query function yields it. */
export interface Page<T> {
  rows: T[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Counts all rows behind the connection; runs only when a client asks for `totalCount`. */
  total(): PromiseLike<number>;
  order: string;
  placeOf(row: T): Place;
}

/** Cuts the one row too many that a query reads to learn whether there is a next page. */
export function pageOf<T>(
  found: T[],
  request: { first: number; after: Place | null },
  rest: Pick<Page<NoInfer<T>>, 'total' | 'order' | 'placeOf'>,
): Page<T> {
  return {
    rows: found.slice(0, request.first),
    hasNextPage: found.length > request.first,
    hasPreviousPage: request.after !== null,
    ...rest,
  };
}

/** The place of a row in the order that every connection has by default: when it was written. */
export const placeByCreation = (row: { createdAt: Date; id: string }): Place => ({
  key: row.createdAt.toISOString(),
  id: row.id,
});

/** Declares `<name>Edge` and `<name>Connection`; both shareable where two subgraphs answer with them. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T> | (new (...a: never[]) => T),
  shareable = false,
) {
  const shared = shareable ? [Directive('@shareable')] : [];
  const decorate = (target: new (...parameters: never[]) => object, decorators: ClassDecorator[]) =>
    decorators.forEach((decorator) => decorator(target));

  class Edge {
    @Field(() => String, { description: 'Opaque; give it as `after` to continue behind this item.' })
    cursor!: string;

    @Field(() => node() as ClassType<T>)
    node!: T;
  }
  decorate(Edge, [ObjectType(`${name}Edge`) as ClassDecorator, ...(shared as ClassDecorator[])]);

  class Connection {
    constructor(private readonly page: Page<T>) {}

    @Field(() => [Edge])
    edges(): Edge[] {
      const cursor = (row: T) => this.cursor(row);
      return this.page.rows.map((row) => ({
        // Made where it is asked for: most lists are asked for their items alone.
        get cursor() {
          return cursor(row);
        },
        node: row,
      }));
    }

    @Field(() => [node() as ClassType<T>], { description: 'The items without their cursors.' })
    nodes(): T[] {
      return this.page.rows;
    }

    @Field(() => PageInfo)
    pageInfo(): PageInfo {
      const { rows, hasNextPage, hasPreviousPage } = this.page;
      const cursor = (row: T | undefined) => (row === undefined ? null : this.cursor(row));
      return {
        hasNextPage,
        hasPreviousPage,
        get startCursor() {
          return cursor(rows[0]);
        },
        get endCursor() {
          return cursor(rows.at(-1));
        },
      };
    }

    @Field(() => Int, { description: 'How many items there are on all pages; counted only when asked for.' })
    totalCount(): PromiseLike<number> {
      return this.page.total();
    }

    private cursor(row: T): string {
      return encodeCursor(this.page.order, this.page.placeOf(row));
    }
  }
  decorate(Connection as never, [
    ObjectType(`${name}Connection`, {
      description: `A page of a list, ordered and stable under inserts.`,
    }) as ClassDecorator,
    ...(shared as ClassDecorator[]),
  ]);
  return Connection;
}
