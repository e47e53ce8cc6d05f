-- What share of denials is upheld each year, in items and in letters?
select
  cases.decision_year,
  count(distinct case_id) as letters,
  count(*) as items,
  round(100 * avg((decision = 'upheld')::int), 1) as items_upheld_percent,
  round(100.0 * count(distinct case_id) filter (outcome = 'upheld') / count(distinct case_id), 1) as letters_upheld_percent
from 'parquet/cases.parquet' as cases
join 'parquet/items.parquet' as items using (case_id)
where cases.case_rank = 1
group by cases.decision_year
order by cases.decision_year;
