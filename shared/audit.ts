import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionType, type Page, pageOf } from './connection.js';
import { rowsOf } from './database/rows.js';
import { always, raw, sql } from './database/sql.js';
import type { SubgraphName } from './directory.js';
import { badInput } from './errors.js';
import { type PageRequest, pageRequest, RootPageArgs } from './page.js';
import { DateTimeScalar } from './scalars.js';
import type { RequestContext } from './subgraph.js';

@ObjectType({ description: 'One changed field. Values about persons are "(personal)".' })
@Directive('@shareable')
export class AuditChange {
  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true, description: 'Value before; null where there was none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Value after; null where there is none.' })
  after!: string | null;
}

@ObjectType({ description: 'Who changed what and when; append-only and chained by hash.' })
@Directive('@shareable')
export class AuditRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { description: 'Who: the subject of a token, or `key:` and the id of an API key.' })
  subject!: string;

  @Field(() => [String], { description: 'Roles that the subject had then.' })
  roles!: string[];

  @Field(() => String, { description: 'Name of the mutation.' })
  action!: string;

  @Field(() => String, { description: 'Type of the entity.' })
  entity!: string;

  @Field(() => ID)
  entityId!: string;

  @Field(() => [AuditChange])
  changes!: AuditChange[];

  @Field(() => String, {
    nullable: true,
    description: 'Id of the request, as the answer and the log name it.',
  })
  requestId!: string | null;
}

export const AuditRecordConnection = connectionType('AuditRecord', () => AuditRecord, true);

/** Name of a subgraph's query for its audit log. */
export const auditQuery = (subgraph: SubgraphName): string => `${subgraph}AuditLog`;

const order = 'CREATED_AT';

/** Makes the resolver of a subgraph's audit log; every subgraph has one. */
export function auditResolver(subgraph: SubgraphName): new () => object {
  @Resolver()
  class AuditResolver {
    @Query(() => AuditRecordConnection, {
      name: auditQuery(subgraph),
      description: `Changes of the ${subgraph} subgraph, oldest first; of one entity when its id is given. For administrators.`,
    })
    async records(
      @Args(() => RootPageArgs) page: RootPageArgs,
      @Arg('entityId', () => ID, { nullable: true }) entityId: string | null | undefined,
      @Ctx() { em }: RequestContext,
    ) {
      if (entityId?.includes('\0')) throw badInput('entityId', entityId, 'an id without NUL is expected');
      return new AuditRecordConnection(
        await searchRecords(em, subgraph, pageRequest(page, order), entityId ?? null),
      );
    }
  }
  return AuditResolver;
}

interface AuditRow extends Omit<AuditRecord, 'changes'> {
  changes: Record<string, { before?: unknown; after?: unknown }>;
}

async function searchRecords(
  em: EntityManager,
  subgraph: SubgraphName,
  page: PageRequest,
  entityId: string | null,
): Promise<Page<AuditRecord>> {
  const table = raw(`${subgraph}.audit_record`);
  const wanted = entityId === null ? always : sql`entity_id = ${entityId}`;
  const behind =
    page.after === null ? always : sql`(at, id) > (${page.after.key}::timestamptz, ${page.after.id}::uuid)`;
  const rows = await rowsOf<AuditRow>(
    em,
    sql`select id, at, subject, roles, action, entity, entity_id as "entityId", changes, request_id as "requestId"
      from ${table} where ${wanted} and ${behind} order by at, id limit ${page.first + 1}`,
  );
  const count = sql`select count(*)::int as count from ${table} where ${wanted}`;
  return pageOf(rows.map(recordOf), page, {
    order,
    placeOf: ({ at, id }) => ({ key: at.toISOString(), id }),
    total: async () => (await rowsOf<{ count: number }>(em, count))[0]?.count ?? 0,
  });
}

function recordOf({ changes, at, ...row }: AuditRow): AuditRecord {
  const list = Object.entries(changes).map(([field, { before, after }]) =>
    Object.assign(new AuditChange(), { field, before: textOf(before), after: textOf(after) }),
  );
  return Object.assign(new AuditRecord(), { ...row, at: new Date(at), changes: list });
}

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
