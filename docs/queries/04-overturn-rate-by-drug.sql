-- Which drug ingredients are disputed most, how many tablets are requested, and how often is the denial overturned?
with named as (
  select unnest(drug_ingredients) as ingredient, drug_quantity, medically_necessary
  from 'parquet/items.parquet'
  where case_rank = 1
)
select
  ingredient,
  count(*) as items,
  median(drug_quantity) as median_quantity,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from named
group by ingredient
order by items desc, ingredient
limit 25;
