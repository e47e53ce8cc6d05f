-- Which guidelines do reviewers cite, and how do they decide?
select
  source,
  coalesce(chapter, title) as guideline,
  count(distinct (case_id, item)) as items,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from 'parquet/citations.parquet'
join 'parquet/items.parquet' using (case_id, item)
where side = 'reviewer' and case_rank = 1
group by source, guideline
order by items desc, source, guideline
limit 25;
