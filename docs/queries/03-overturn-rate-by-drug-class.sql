-- How often are the drugs of each class overturned, and which drug of each class is disputed most?
select
  subcategory as drug_class,
  count(*) as items,
  count(distinct drug_name) as drugs,
  mode(drug_name order by drug_name) as drug_disputed_most,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from 'parquet/items.parquet'
where category = 'Pharmaceuticals' and case_rank = 1
group by drug_class
order by items desc, drug_class;
