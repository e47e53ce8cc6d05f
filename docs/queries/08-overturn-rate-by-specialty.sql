-- Do reviewers of different specialties decide differently? A reviewer with two specialties counts in both.
select
  specialty,
  count(distinct case_id) as letters,
  count(*) as items,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from (select distinct case_id, specialty from 'parquet/certifications.parquet')
join 'parquet/items.parquet' using (case_id)
where case_rank = 1
group by specialty
order by items desc, specialty;
