/** What moving an incubation needs: the standing at entry, the score, who took a step, and what is left to hand over. */
export const incubationStatements = [
  // Null until ADMITTED; a row that was admitted before this column takes what its organization is.
  `alter table organizations.incubation
    add column entry_status text,
    add column final_score numeric(5, 2) check (final_score between 0 and 100),
    add constraint incubation_term_at_most_24_months check (term_end <= term_start + interval '24 months')`,
  `update organizations.incubation i set entry_status = o.registration_status
    from organizations.organization o where o.id = i.organization_id and i.term_start is not null`,
  `create index incubation_base_id_index on organizations.incubation (base_id)`,
  `alter table organizations.stage_event add column actor text`,
  // R-INC-01: a history has no gaps and never goes back in time.
  `create function organizations.keep_stage_order() returns trigger language plpgsql set search_path = '' as $$
  declare
    last organizations.stage_event;
  begin
    select * into last from organizations.stage_event e where e.incubation_id = new.incubation_id order by e.position desc limit 1;
    if new.position <> coalesce(last.position, 0) + 1 or new.from_stage is distinct from last.to_stage or new.at < last.at then
      raise exception 'step % of incubation % does not follow its last one', new.position, new.incubation_id
        using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger stage_event_in_order before insert on organizations.stage_event
    for each row execute function organizations.keep_stage_order()`,
  `create table organizations.handover_task (
    incubation_id uuid primary key references organizations.incubation,
    due_on date not null,
    done_on date,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1
  )`,
  `grant select, insert, update on organizations.handover_task to hub_organizations`,
];
