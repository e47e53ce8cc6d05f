-- How much denied physical therapy is upheld for missing functional improvement, how much for exceeding the number of visits, and how much for both?
with therapy as (
  select
    case_id,
    item,
    bool_or(code = 'no-functional-improvement') as no_improvement,
    bool_or(code = 'exceeds-guideline-amount') as too_many
  from 'parquet/reasons.parquet'
  where decision = 'upheld' and subcategory = 'Physical Therapy/Occupational Therapy'
  group by case_id, item
)
select
  case
    when no_improvement and too_many then 'both'
    when no_improvement then 'no functional improvement'
    when too_many then 'exceeds the number'
    else 'other reasons'
  end as upheld_for,
  count(*) as items,
  round(100 * count(*) / sum(count(*)) over (), 1) as percent,
  round(avg(items.prior_sessions), 1) as visits_already_had,
  round(avg(items.sessions), 1) as visits_in_dispute
from therapy
join 'parquet/items.parquet' as items using (case_id, item)
where case_rank = 1
group by upheld_for
order by items desc, upheld_for;
