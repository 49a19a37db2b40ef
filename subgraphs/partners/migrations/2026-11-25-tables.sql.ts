/** What writing adds to the tables. */
export const writingTables = [
  `create unique index resource_title_unique on partners.resource (partner_id, lower(title)) where status <> 'WITHDRAWN'`,
  // Who proposed a link may not answer it. What was there before was recorded by the department.
  `alter table partners.resource_link add proposed_by text not null default 'DEPARTMENT'
    check (proposed_by in ('PARTNER', 'DEPARTMENT'))`,
  // Who took a step; not public, and unknown for steps that were recorded before.
  `alter table partners.link_event add actor text check (length(actor) between 1 and 255)`,
  `create table partners.fundraising_qualification (
    id uuid primary key,
    partner_id uuid not null references partners.partner,
    registered_on date not null,
    granted_on date not null,
    valid_to date,
    revoked_on date,
    certificate_number text not null check (length(certificate_number) between 1 and 50),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1,
    provenance text not null check (provenance in ('PUBLISHED', 'REGISTERED', 'IMPORTED', 'SYNTHETIC')),
    source text,
    check (provenance <> 'PUBLISHED' or source is not null),
    check (registered_on < granted_on),
    check (granted_on < valid_to),
    check (granted_on <= revoked_on)
  )`,
  `create unique index fundraising_qualification_granted_unique on partners.fundraising_qualification (partner_id, granted_on)`,
  `grant select, insert, update on partners.fundraising_qualification to hub_partners`,
  // A link says for ever whose it is and how much it holds; only its state moves.
  `revoke update on partners.resource_link from hub_partners`,
  `grant update (status, updated_at, version) on partners.resource_link to hub_partners`,
  // Agreements are not changed.
  `revoke update on partners.cooperation_agreement from hub_partners`,
];
