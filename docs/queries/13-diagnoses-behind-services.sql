-- Which services are disputed for which diagnoses?
select
  icd10_category,
  min(icd10_display) as for_example,
  category,
  count(distinct (case_id, item)) as items,
  count(distinct (case_id, item)) filter (medically_necessary) as overturned
from 'parquet/diagnoses.parquet' as diagnoses
join 'parquet/items.parquet' as items using (case_id)
where assertion = 'present' and icd10_category is not null and case_rank = 1
group by icd10_category, category
order by items desc, icd10_category, category
limit 25;
