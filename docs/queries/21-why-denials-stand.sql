-- Why are denials upheld, by category of service: how often is each reason given, and how often does it decide?
with cases as (
  select case_id from 'parquet/cases.parquet' where case_rank = 1
),
denied as (
  select category, count(distinct (case_id, item)) as items
  from 'parquet/reasons.parquet'
  join cases using (case_id)
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
join cases using (case_id)
join denied on denied.category is not distinct from reasons.category
where decision = 'upheld'
group by reasons.category, code, denied.items
order by denied.items desc, reasons.category, items desc, code;
