-- What do overturned requests for imaging have that upheld ones lack?
with matters (matter, without, with_it) as (
  values
    ('findings or severity', 'findings-do-not-support', 'criteria-met'),
    ('lesser care that failed', 'conservative-care-not-exhausted', 'conservative-care-failed'),
    ('a result that guides care', 'no-rationale-given', 'result-guides-care'),
    ('another condition', 'criteria-not-met', 'special-circumstances')
),
imaging as (
  select reasons.*
  from 'parquet/reasons.parquet' as reasons
  join 'parquet/cases.parquet' as cases using (case_id)
  where subcategory = 'Imaging & Radiology' and case_rank = 1
),
totals as (
  select
    count(distinct (case_id, item)) filter (decision = 'upheld') as upheld,
    count(distinct (case_id, item)) filter (decision = 'overturned') as overturned
  from imaging
)
select
  matter,
  count(*) filter (code = without) as upheld_for_lack,
  round(100 * count(*) filter (code = without) / nullif(any_value(totals.upheld), 0), 1) as percent_of_upheld,
  count(*) filter (code = with_it) as overturned_for_having,
  round(100 * count(*) filter (code = with_it) / nullif(any_value(totals.overturned), 0), 1) as percent_of_overturned
from matters
cross join totals
left join imaging on imaging.code in (without, with_it)
group by matter
order by upheld_for_lack desc, matter;
