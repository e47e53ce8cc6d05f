-- Which drugs are disputed most, how many tablets are requested, and how often is the denial overturned?
select
  drug_name,
  count(*) as items,
  median(drug_quantity) as median_quantity,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from 'parquet/items.parquet'
where drug_name is not null and case_rank = 1
group by drug_name
order by items desc, drug_name
limit 25;
