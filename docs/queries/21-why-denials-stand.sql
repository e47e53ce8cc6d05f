-- Why are denials upheld, by category of service: how often is each reason given, and how often does it decide?
with denied as (
  select category, count(distinct (case_id, item)) as items
  from 'parquet/reasons.parquet'
  where decision = 'upheld'
  group by category
)
select
  reasons.category,
  code,
  count(*) as items,
  denied.items as of_items,
  round(100 * count(*) / denied.items, 1) as percent,
  count(*) filter (reason = 1) as decisive_in
from 'parquet/reasons.parquet' as reasons
join denied on denied.category is not distinct from reasons.category
where decision = 'upheld'
group by reasons.category, code, denied.items
order by denied.items desc, reasons.category, items desc, code;
