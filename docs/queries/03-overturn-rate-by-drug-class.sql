-- How often are the drugs of each class overturned, and which three ingredients of each class are disputed most?
with drugs as (
  select subcategory as drug_class, drug_ingredients, medically_necessary
  from 'parquet/items.parquet'
  where category = 'Pharmaceuticals' and case_rank = 1
),
ingredients as (
  select
    drug_class,
    ingredient,
    row_number() over (partition by drug_class order by count(*) desc, ingredient) as place
  from (select drug_class, unnest(drug_ingredients) as ingredient from drugs)
  group by drug_class, ingredient
),
top_three as (
  select drug_class, string_agg(ingredient, ', ' order by place) as disputed_most
  from ingredients
  where place <= 3
  group by drug_class
)
select
  drug_class,
  count(*) as items,
  any_value(disputed_most) as disputed_most,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from drugs
left join top_three using (drug_class)
group by drug_class
order by items desc, drug_class;
