import { randomUUID } from 'node:crypto';
import { demoId } from '#shared/demo/identity.js';
import { today } from '#shared/today.js';
import { anonymous } from '#shared/viewer.js';
import { type TestSubgraphs, viewerAs } from './subgraphs.js';

export const finance = viewerAs('finance');

/** An organization of the dataset with a project of its own. */
export const base = demoId('organization', 'incubation-base');

/** What a mutation of the books answered; `T` says what else was asked for. */
export interface Answered {
  __typename: string;
  id: string;
  version: number;
  status: string;
  code?: string;
  message?: string;
  problems?: { field: string; code: string; message: string }[];
  refundable?: { amount: string };
  current?: number;
  allowed?: string[];
  field?: string;
}

const problems = `... on Problem { code message } ... on InvalidInput { problems { field code message } }`;
const donationFields = `... on Donation { id status version kind anonymous donorName receivedOn receiptNumber amount { amount currency } refunded { amount }
  items { name quantity unit valuation fairValue { amount } } organization { id } project { id } campaign { id } donorPartner { id } allowedTransitions warnings { code } }`;

export const recordDonation = `mutation ($input: RecordDonationInput!) { result: recordDonation(input: $input) {
  __typename ${donationFields} ${problems} ... on UnknownReference { field } ... on CampaignNotOpen { campaignStatus: status } } }`;
export const receiveDonation = `mutation ($input: ReceiveDonationInput!) { result: receiveDonation(input: $input) {
  __typename ${donationFields} ${problems} ... on InvalidTransition { allowed } ... on StaleVersion { current } } }`;
export const refundDonation = `mutation ($input: RefundDonationInput!) { result: refundDonation(input: $input) {
  __typename ${donationFields} ... on Donation { refunds { reason amount { amount } } } ${problems} ... on InvalidTransition { allowed } ... on RefundExceedsDonation { refundable { amount } } } }`;
export const openCampaign = `mutation ($input: OpenCampaignInput!) { result: openCampaign(input: $input) {
  __typename ... on Campaign { id status version areaCode organization { id } project { id } fundraiser { id } events { from to } allowedTransitions warnings { field code }
    disclosures { dueOn kind } plan { purpose responsiblePerson bankAccount } } ${problems} ... on UnknownReference { field } } }`;
export const closeCampaign = `mutation ($input: CloseCampaignInput!) { result: closeCampaign(input: $input) {
  __typename ... on Campaign { id status version events { from to note } allowedTransitions } ${problems} ... on InvalidTransition { allowed } ... on StaleVersion { current } } }`;

/** A gift of 100 yuan in cash to an organization of the dataset, today; `rest` says what is different. */
export const giftOf = (rest: object = {}) => ({
  idempotencyKey: randomUUID(),
  organizationId: base,
  kind: 'CASH',
  amount: '100.00',
  receivedOn: today(),
  ...rest,
});

/** What makes a gift one of goods: some of a fair value of 150.50 yuan, and some that cannot be measured. */
export const goodsOf = (rest: object = {}) => ({
  kind: 'IN_KIND',
  amount: null,
  items: [
    { name: '生活物资', quantity: '100.5', unit: '份', fairValue: '150.50', valuation: 'INVOICE' },
    { name: '手工艺品', quantity: '20', unit: '件', valuation: 'NOT_MEASURABLE' },
  ],
  ...rest,
});

/** A campaign that runs from this January; `rest` says what is different. */
export const campaignOf = (rest: object = {}) => ({
  idempotencyKey: randomUUID(),
  title: `campaign ${randomUUID()}`,
  startsOn: `${today().slice(0, 4)}-01-01`,
  ...rest,
});

/** What finance does with the books of a hub. */
export function giving(hub: TestSubgraphs) {
  const run =
    (mutation: string) =>
    <T = Answered>(input: object): Promise<T & Answered> =>
      hub.mutate<T & Answered>('donations', finance, mutation, input);
  return {
    record: run(recordDonation),
    receive: <T = Answered>(input: object) =>
      run(receiveDonation)<T>({ idempotencyKey: randomUUID(), receivedOn: today(), ...input }),
    refund: <T = Answered>(input: object) =>
      run(refundDonation)<T>({ idempotencyKey: randomUUID(), reason: 'the donor asked for it', ...input }),
    open: run(openCampaign),
    close: <T = Answered>(input: object) => run(closeCampaign)<T>({ idempotencyKey: randomUUID(), ...input }),
  };
}

/** Sums of an organization, or of anything else with funds. */
export async function fundsOf(hub: TestSubgraphs, id: string, type = 'Organization') {
  const field = type === 'Partner' ? 'funds: contributions' : 'funds';
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${field} {
    raised { amount } raisedCash { amount } raisedInKind { amount } refunded { amount } pledged { amount } granted { amount } disbursed { amount } donationCount donorCount } } } }`;
  const { data } = await hub.ask<{ _entities: { funds: Record<string, unknown> }[] }>(
    'donations',
    anonymous,
    query,
    {
      representations: [{ __typename: type, ...(type === 'Area' ? { code: id } : { id }) }],
    },
  );
  return data?._entities[0]?.funds;
}
