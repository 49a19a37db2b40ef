/**
 * SQL function `<schema>.area_and_above(code)`: the code itself and every code above it, by the rules of `area-code.ts`.
 * Each subgraph keeps its totals once per area of this list, so that reading any area is one look-up by key.
 */
export function areaAndAboveFunction(schema: string): string {
  return `create function ${schema}.area_and_above(code text) returns text[] language sql immutable parallel safe as $$
    select array_remove(array[
      substr(code, 1, 2) || '0000',
      case when substr(code, 3, 2) <> '00' then substr(code, 1, 4) || '00' end,
      case when substr(code, 5, 2) <> '00' then substr(code, 1, 6) end,
      case when length(code) >= 9 then substr(code, 1, 9) end,
      case when length(code) >= 12 then substr(code, 1, 12) end,
      case when length(code) > 12 then code end
    ], null)
  $$`;
}
