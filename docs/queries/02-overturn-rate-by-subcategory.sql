-- Which sub-categories of service are overturned most often, if they have enough items?
select
  category,
  subcategory,
  count(*) as items,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from 'parquet/items.parquet'
where case_rank = 1
group by category, subcategory
having count(*) >= 2
order by overturned_percent desc, items desc, category, subcategory;
