import { addDays } from '#shared/calendar.js';
import { countRows } from '#shared/database/list-page.js';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
  type StaleVersion,
  staleVersion,
} from '#shared/problem.js';
import { today } from '#shared/today.js';
import { invalidTransition, refusedTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { examineNote } from '../ledger/note.rule.js';
import { CampaignEvent } from './campaign-event.entity.js';
import { Campaign, CampaignStatus } from './campaign.entity.js';
import type { CloseCampaignInput } from './campaign.input.js';
import { campaignTransitions } from './campaign.status.js';

/** Ends a campaign, or calls it off while it received nothing. Its row is held, and every gift holds it too, so none slips in. */
export async function closeCampaign(
  context: DonationsContext,
  input: CloseCampaignInput,
): Promise<Campaign | InvalidInput | InvalidTransition | StaleVersion> {
  context.authorize('closeCampaign', {});
  type Outcome = Awaited<ReturnType<typeof closeCampaign>>;
  const to = input.cancelled === true ? CampaignStatus.CANCELLED : CampaignStatus.CLOSED;
  const plan = async () => {
    const invalid = new Inspection().add('note', examineNote(input.note)).result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const campaign = await lockedCampaign(writer, input.campaignId);
      return (
        staleVersion(input.version, campaign.version) ??
        refusedTransition(campaignTransitions, campaign.status, to) ??
        (await refusedCancellation(writer, campaign, to)) ??
        (await close(writer, campaign, to, input.note?.trim() ?? null))
      );
    };
  };
  return write<Outcome>(context, 'closeCampaign', input, plan, { keys: 'hub' });
}

async function lockedCampaign(writer: Writer, id: string): Promise<Campaign> {
  const campaign = await writer.lock(Campaign, checkedId('campaignId', id));
  if (campaign !== null) return campaign;
  throw noSuchRow('campaignId', id);
}

async function refusedCancellation(
  { em }: Writer,
  { id, status }: Campaign,
  to: CampaignStatus,
): Promise<InvalidTransition | null> {
  if (to !== CampaignStatus.CANCELLED) return null;
  const received = sql`select from donations.donation where campaign_id = ${id}::uuid and status not in ('PLEDGED', 'REVERSED') limit 1`;
  if ((await rowsOf(em, received)).length === 0) return null;
  return invalidTransition(
    status,
    to,
    campaignTransitions[status].filter((state) => state !== to),
  );
}

async function close(
  writer: Writer,
  campaign: Campaign,
  to: CampaignStatus,
  note: string | null,
): Promise<Campaign> {
  const changed = await writer.update(campaign, {
    status: to,
    endsOn: campaign.endsOn ?? lastDay(campaign.startsOn),
  });
  const steps = await countRows(
    writer.em,
    'everybody',
    CampaignEvent,
    sql`row.campaign_id = ${campaign.id}::uuid`,
  );
  const position = steps + 1;
  await writer.insertParts(CampaignEvent, [
    { campaignId: campaign.id, position, from: campaign.status, to, note },
  ]);
  return changed;
}

/** A campaign without an end ends today; its final disclosure is due from then (R-FND-08). */
function lastDay(startsOn: string): string {
  return today() > startsOn ? today() : addDays(startsOn, 1);
}
