import { HubError } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { Inspection, type InvalidInput } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { OrganizationsContext } from '../context.js';
import { futureFindings } from '../organization/organization.rules.js';
import { HandoverTask, Incubation } from './incubation.entity.js';
import type { CompleteHandoverInput } from './incubation.input.js';

/** Notes that an organization that left owes its base nothing more (R-INC-08). */
export async function completeHandover(
  context: OrganizationsContext,
  input: CompleteHandoverInput,
): Promise<Incubation | InvalidInput> {
  const incubationId = checkedId('incubationId', input.incubationId);
  const doneOn = input.doneOn ?? today();
  type Outcome = Awaited<ReturnType<typeof completeHandover>>;
  return write<Outcome>(context, 'completeHandover', input, async () => async (writer) => {
    const incubation = await writer.find(Incubation, incubationId);
    if (incubation !== null) context.authorize('completeHandover', { organizationId: incubation.baseId });
    const task = await writer.lock(HandoverTask, incubationId);
    if (incubation === null || task === null)
      throw new HubError('NOT_FOUND', `incubationId: "${incubationId}" owes no handover.`, {
        argument: 'incubationId',
      });
    const invalid = new Inspection()
      .add('doneOn', futureFindings(doneOn, today()))
      .expect(task.doneOn === null, 'incubationId', 'HANDOVER_DONE', `it was done on ${task.doneOn}.`)
      .result();
    if (invalid) return invalid;
    await writer.update<HandoverTask>(task, { doneOn });
    return incubation;
  });
}
