import { Arg, Directive, Query, Resolver } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { importNouns } from '#shared/imports/protocol.js';
import { templateFields } from '../columns/template-fields.js';
import { templateFile } from '../files/template.js';
import { ImportNounName, nounOf } from '../job/import-job.noun.js';
import { ImportField } from '../job/import-job.result.js';

@Resolver()
export class ImportFieldResolver {
  @Query(() => [ImportField], { description: 'Fields that a file of a noun may fill.' })
  importFields(@Arg('noun', () => ImportNounName) noun: ImportNounName): ImportField[] {
    return templateFields(nounOf(noun)).map(({ values, ...field }) =>
      Object.assign(new ImportField(), { ...field, values: values?.map(({ label }) => label) ?? null }),
    );
  }

  @Query(() => String, { description: 'A workbook to be filled in, as base64: for the gateway.' })
  @Directive('@inaccessible')
  async importTemplateFile(@Arg('noun', () => String) noun: string): Promise<string> {
    const known = importNouns.find((each) => each === noun);
    if (known === undefined) throw badInput('noun', noun, `one of ${importNouns.join(', ')} is expected`);
    return Buffer.from(await templateFile(templateFields(known), known)).toString('base64');
  }
}
