-- Does the number of treatments tried before matter to the result?
with tried as (
  select cases.case_id, count(treatments.treatment) as treatments
  from 'parquet/cases.parquet' as cases
  left join 'parquet/treatments.parquet' as treatments
    on treatments.case_id = cases.case_id and treatments.status = 'received'
  where cases.case_rank = 1
  group by cases.case_id
)
select
  treatments as treatments_received,
  count(*) as items,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from tried
join 'parquet/items.parquet' using (case_id)
group by treatments
order by treatments;
