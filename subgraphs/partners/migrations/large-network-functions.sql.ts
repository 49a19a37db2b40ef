/** The condition on a tie `t` that it fulfils the filter of a function. */
export const fulfils = `(filter.area_from is null or t.area_code >= filter.area_from) and (filter.area_to is null or t.area_code < filter.area_to)
      and (filter.edge_kinds is null or t.kind = any(filter.edge_kinds))
      and (filter.partner_kinds is null or t.partner_kind = any(filter.partner_kinds))
      and (filter.categories is null or t.categories && filter.categories)
      and (filter.valid_on is null
        or coalesce(t.valid_from <= filter.valid_on, true) and coalesce(t.valid_to > filter.valid_on, true))`;

/** SQL of a function that only reads, with the rights of whoever asks; no temporary tables, so a standby runs it, too. */
export const reading = (signature: string, returns: string, settings: string, body: string) =>
  `create function partners.${signature} returns ${returns} language plpgsql stable security invoker set search_path = '' ${settings} as $$
${body}
$$`;

/** Lists of ids are parameters of unknown length: planned for each length anew, planning would take longer than reading. */
export const plannedOnce = 'set plan_cache_mode = force_generic_plan set enable_sort = off set jit = off';
/** Here lists are joined with lists, and a plan for ten of ten thousand would compare each with each. */
export const plannedForItsLists = `set plan_cache_mode = force_custom_plan set jit = off`;

/** Sets of a million fit, as long as few ask for them at the same time. */
export const plannedForWhole = `${plannedForItsLists} set work_mem = '64MB'`;

/** What the functions speak of. */
export const networkTypes = [
  // A null fits everything. Areas are a half-open range of codes.
  `create type partners.network_filter as
    (area_from text, area_to text, edge_kinds text[], partner_kinds text[], categories text[], valid_on date)`,
  // Nodes of one distance. Ties lead from partners to others only, so it holds partners or others, never both.
  `create type partners.network_level as (partners uuid[], organizations uuid[], projects uuid[])`,
  // The cost is that of the surest of all ties between two nodes.
  `create type partners.network_edge as (partner uuid, other uuid, cost integer)`,
  `create type partners.network_step as (place integer, here uuid, next uuid, cost integer)`,
];
