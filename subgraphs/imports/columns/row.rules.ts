import type { ImportNoun } from '#shared/imports/protocol.js';
import { sha256Hex } from '#shared/hash.js';
import { fields } from './fields.js';
import { error, warning } from './problem.js';
import type { Row } from './row.js';
import { fold } from './spelling.js';

/** Completes a row from what it holds: what follows from its other cells, and what is missing. */
export function completeRow(noun: ImportNoun, row: Row): void {
  if (noun === 'donations') completeDonation(row);
  for (const { name, required, kind } of fields[noun]) {
    // Of a quantity that could not be read, nobody knows whether it brings its unit.
    if (name === 'unit' && row.hasError('capacity')) continue;
    if (!required || row.given.has(name) || row.get(name) !== undefined) continue;
    if (row.references.some(({ field }) => field === name)) continue;
    if (name === 'areaCode' && row.problems.some(({ field }) => field?.startsWith('areaCode'))) continue;
    if (kind === 'decimal')
      row.say(name, error('QUANTITY_MISSING', 'No quantity is given; a number above 0 is needed.'));
    else if (kind === 'area')
      row.say(name, error('AREA_MISSING', 'No area is given; the name or code of one is needed.'));
    else row.say(name, error('FIELD_MISSING', 'The cell is empty; a value is needed.'));
  }
}

/** What donors are called who do not want to be named. */
const anonymousNames = new Set(
  [
    '匿名',
    '匿名捐赠',
    '匿名捐款',
    '匿名人士',
    '匿名者',
    '匿名捐赠人',
    '爱心人士',
    '热心人士',
    '热心市民',
    '爱心市民',
    '好心人',
    '无名氏',
    '佚名',
    '不具名',
    '不愿透露姓名',
    '不愿透露姓名者',
    'anonymous',
  ].map(fold),
);

function completeDonation(row: Row): void {
  const hasGoods = [...row.given].some((field) => field.startsWith('items.'));
  if (!row.given.has('kind') && row.get('kind') === undefined) row.set('kind', hasGoods ? 'IN_KIND' : 'CASH');
  hideDonor(row);
  if (hasGoods || row.get('kind') === 'IN_KIND') completeItem(row);
}

/** A donor who is not to be named is named nowhere, not even in a row that is refused (R-FND-13). */
function hideDonor(row: Row): void {
  const name = row.get('donorName');
  if (row.get('anonymous') === undefined && typeof name === 'string' && anonymousNames.has(fold(name))) {
    row.set('anonymous', true);
    row.say(
      'donorName',
      warning('DONOR_ANONYMOUS', 'The donor is not named; the gift is taken as anonymous.'),
    );
  }
  if (row.get('anonymous') !== true) return;
  row.remove('donorName');
  row.remove('donorPartnerId');
}

function completeItem(row: Row): void {
  const isMissing = (field: string) => !row.given.has(field) && row.get(field) === undefined;
  if (isMissing('items.0.name'))
    row.say('items.0.name', error('FIELD_MISSING', 'The cell is empty; a gift of goods has a name.'));
  if (isMissing('items.0.quantity'))
    row.say(
      'items.0.quantity',
      error('QUANTITY_MISSING', 'No quantity is given; a number above 0 is needed.'),
    );
  if (isMissing('items.0.unit') && row.get('items.0.quantity') !== undefined)
    row.say('items.0.unit', error('FIELD_MISSING', 'The cell is empty; a quantity has a unit.'));
  if (!isMissing('items.0.valuation')) return;
  if (row.given.has('items.0.fairValue')) {
    row.say(
      'items.0.valuation',
      error('VALUATION_MISSING', 'A fair value is given; how it is known is needed.'),
    );
    return;
  }
  row.set('items.0.valuation', 'NOT_MEASURABLE');
  const message =
    'Neither a fair value nor how it is known is given; the goods are taken as not measurable (R-VAL-01).';
  row.say('items.0.valuation', warning('VALUATION_ASSUMED', message));
}

/**
 * Yields what two rows of one file share when they are the same, or null when that cannot be told.
 * It is a hash: it is kept with the row, and a donor's name must not be.
 */
export function duplicateKeyOf(noun: ImportNoun, row: Row): string | null {
  const parts = keyParts(noun, row);
  if (parts === null || parts.some((part) => part === null)) return null;
  return sha256Hex(JSON.stringify([noun, ...parts]));
}

type KeyPart = string | null;

const text = (value: unknown): KeyPart => (typeof value === 'string' && value !== '' ? value : null);
const word = (value: unknown): KeyPart =>
  typeof value === 'string' && fold(value) !== '' ? fold(value) : null;

function keyParts(noun: ImportNoun, row: Row): KeyPart[] | null {
  const uscc = text(row.get('uscc'));
  switch (noun) {
    case 'partners':
      return uscc === null ? ['name', word(row.get('name')), text(row.get('kind'))] : ['uscc', uscc];
    case 'organizations':
      return uscc === null ? ['name', word(row.get('name')), text(row.get('areaCode'))] : ['uscc', uscc];
    case 'resources':
      return [word(row.reference('partnerId')), word(row.get('title'))];
    case 'donations':
      return donationKey(row);
  }
}

/** Gifts of donors who are not named are never the same: two strangers may give 100 yuan on one day. */
function donationKey(row: Row): KeyPart[] | null {
  const receipt = word(row.get('receiptNumber'));
  if (receipt !== null) return ['receipt', receipt];
  const donor = word(row.reference('donorPartnerId')) ?? word(row.get('donorName'));
  if (donor === null) return null;
  const to = ['organizationId', 'projectId', 'campaignId'].map((field) => word(row.reference(field)) ?? '');
  const what = ['amount', 'items.0.name', 'items.0.quantity', 'items.0.unit', 'items.0.fairValue'];
  const given = what.map((field) => text(row.get(field)) ?? '');
  return ['gift', donor, ...given, text(row.get('receivedOn')), ...to, text(row.get('kind'))];
}
