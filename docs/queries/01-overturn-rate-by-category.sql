-- How often is a denial overturned, by category of service?
select
  category,
  count(*) as items,
  count(*) filter (medically_necessary) as overturned,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from 'parquet/items.parquet'
where case_rank = 1
group by category
order by items desc, category;
