import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { SubgraphName } from '../directory.js';
import { badInput } from '../errors.js';
import { checkedId } from '../id.js';
import { type Policy, type Rule, signedIn } from '../policy.js';
import { findBatch } from './batch.js';
import { examinedRowOf, examineRows, newJob } from './examining.js';
import type { ImportContext, Importer, Imports } from './importer.js';
import {
  type DuplicateRule,
  duplicateRules,
  type ImportNoun,
  type ImportRow,
  importRow,
  rowsPerPage,
} from './protocol.js';
import { findReferences } from './references.js';
import { referredQuery, undoJob, undoRunning } from './undoing.js';
import { keptState, running, writeJob } from './writing.js';

/** Texts that are looked for at once: a page of rows names each of its references once. */
const textsMax = 5_000;

/** Names of a subgraph's fields for imports. */
export const importFields = (subgraph: SubgraphName) => ({
  references: `${subgraph}ImportReferences`,
  examination: `${subgraph}ImportExamination`,
  referred: referredQuery(subgraph),
  write: `${subgraph}WriteImport`,
  undo: `${subgraph}UndoImport`,
});

/** Rows of the policy for them: whoever may run one of the register mutations may import, the rest is decided by the noun. */
export function importPolicy(
  subgraph: SubgraphName,
  { importers }: Imports,
  { Mutation: rules }: Policy,
): Pick<Policy, 'Query' | 'Mutation'> {
  const { references, examination, referred, write, undo } = importFields(subgraph);
  const lists = Object.values(importers).map(({ mutation }) => rules[mutation] ?? []);
  if (lists.length === 0) return { Query: { [referred]: ['internal'] }, Mutation: {} };
  const importing: Rule = lists.flatMap((rule) => (rule === 'everyone' ? [] : rule));
  return {
    Query: { [references]: signedIn, [examination]: importing, [referred]: ['internal'] },
    Mutation: { [write]: importing, [undo]: importing },
  };
}

/** Makes the resolvers of a subgraph's side of imports: fields that no client sees, with JSON as in protocol.ts. */
export function importResolvers(subgraph: SubgraphName, imports: Imports): (new () => object)[] {
  const answering = referredResolver(subgraph, imports);
  const isOwner = Object.keys(imports.importers).length > 0;
  return isOwner ? [answering, owningResolver(subgraph, imports)] : [answering];
}

function referredResolver(subgraph: SubgraphName, { referred }: Imports): new () => object {
  @Resolver()
  class ReferredResolver {
    @Directive('@inaccessible')
    @Query(() => String, {
      name: referredQuery(subgraph),
      description: 'For imports only: which of some ids rows of this subgraph name, as JSON.',
    })
    async referred(
      @Arg('noun', () => String) noun: string,
      @Arg('ids', () => [ID]) ids: string[],
      @Ctx() { em }: ImportContext,
    ): Promise<string> {
      const find = Object.hasOwn(referred, noun) ? referred[noun] : undefined;
      if (find === undefined) throw badInput('noun', noun, `${Object.keys(referred).join(', ')} is expected`);
      return JSON.stringify(
        await find(
          em,
          ids.map((id) => checkedId('ids', id)),
        ),
      );
    }
  }
  return ReferredResolver;
}

function owningResolver(subgraph: SubgraphName, { importers, findable }: Imports): new () => object {
  const names = importFields(subgraph);
  const importerOf = (noun: string, context: ImportContext): Importer => {
    const importer = importers[noun as ImportNoun];
    if (importer === undefined)
      throw badInput('noun', noun, `${Object.keys(importers).join(', ')} is expected`);
    importer.authorize(context);
    return importer;
  };

  @Resolver()
  class ImportResolver {
    @Directive('@inaccessible')
    @Query(() => String, {
      name: names.references,
      description: 'For imports only: ids of the rows that texts may mean, at most 3 each, as JSON.',
    })
    async references(
      @Arg('noun', () => String) noun: string,
      @Arg('texts', () => [String]) texts: string[],
      @Ctx() { em }: ImportContext,
    ): Promise<string> {
      const found = Object.hasOwn(findable, noun) ? findable[noun] : undefined;
      if (found === undefined)
        throw badInput('noun', noun, `${Object.keys(findable).join(', ')} is expected`);
      if (texts.length > textsMax || texts.some((text) => text.includes('\0')))
        throw badInput('texts', texts.length, `at most ${textsMax} texts without NUL are expected`);
      return JSON.stringify(await findReferences(em, found, texts));
    }

    @Directive('@inaccessible')
    @Query(() => String, {
      name: names.examination,
      description: 'For imports only: what would become of a page of rows, as JSON.',
    })
    async examination(
      @Arg('noun', () => String) noun: string,
      @Arg('job', () => ID) job: string,
      @Arg('onDuplicate', () => String) onDuplicate: string,
      @Arg('rows', () => String) rows: string,
      @Ctx() context: ImportContext,
      @Info() { schema }: GraphQLResolveInfo,
    ): Promise<string> {
      const importer = importerOf(noun, context);
      const looked = newJob(checkedId('job', job), ruleOf(onDuplicate));
      const judged = await examineRows({ importer, schema, context, job: looked }, rowsOf(rows));
      return JSON.stringify(judged.map(examinedRowOf));
    }

    @Directive('@inaccessible')
    @Mutation(() => String, {
      name: names.write,
      description: 'For imports only: writes a whole job, or says how far that has come, as JSON.',
    })
    async write(
      @Arg('noun', () => String) noun: string,
      @Arg('job', () => ID) id: string,
      @Arg('onDuplicate', () => String) onDuplicate: string,
      @Arg('attempt', () => Int) attempt: number,
      @Ctx() context: ImportContext,
      @Info() { schema }: GraphQLResolveInfo,
    ): Promise<string> {
      const importer = importerOf(noun, context);
      const job = checkedId('job', id);
      const rules = { noun: noun as ImportNoun, job, onDuplicate: ruleOf(onDuplicate) };
      const kept = keptState(await inTransaction(context, job), attempt);
      const work = () => writeJob(context, { ...rules, attempt, importer, schema });
      const state = kept ?? (await context.works.outcome(`write ${job} ${attempt}`, work)) ?? running;
      return JSON.stringify(state);
    }

    @Directive('@inaccessible')
    @Mutation(() => String, {
      name: names.undo,
      description: 'For imports only: takes a whole job back, or says how far that has come, as JSON.',
    })
    async undo(
      @Arg('noun', () => String) noun: string,
      @Arg('job', () => ID) id: string,
      @Ctx() context: ImportContext,
    ): Promise<string> {
      const importer = importerOf(noun, context);
      const job = checkedId('job', id);
      const work = () => undoJob(context, { noun: noun as ImportNoun, job, importer });
      return JSON.stringify((await context.works.outcome(`undo ${job}`, work)) ?? undoRunning);
    }
  }
  return ImportResolver;
}

/** The database shows a job to whoever it is told of. */
const inTransaction = ({ em }: ImportContext, job: string) =>
  em.fork().transactional((inside) => findBatch(inside, job));

function ruleOf(text: string): DuplicateRule {
  const rule = duplicateRules.find((known) => known === text);
  if (rule === undefined) throw badInput('onDuplicate', text, `${duplicateRules.join(', ')} is expected`);
  return rule;
}

const page = z.array(importRow).max(rowsPerPage);

/** Findings about rows quote nothing of them. */
function rowsOf(text: string): ImportRow[] {
  try {
    return page.parse(JSON.parse(text));
  } catch {
    throw badInput('rows', '(not shown)', `a JSON list of at most ${rowsPerPage} rows is expected`);
  }
}
