-- Which body parts are the disputed services for?
select
  body_part,
  count(*) as items,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from (select medically_necessary, unnest(body_parts) as body_part from 'parquet/items.parquet' where case_rank = 1)
group by body_part
order by items desc, body_part;
