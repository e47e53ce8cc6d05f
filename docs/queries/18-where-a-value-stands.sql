-- Where in the letter is a value: page and offsets of every decision?
select case_number, evidence.item, decision, page, start_offset, end_offset, rule
from 'parquet/evidence.parquet' as evidence
join 'parquet/items.parquet' as items on items.case_id = evidence.case_id and items.item = evidence.item
where field = '/disputedItems/*/decision' and case_rank = 1
order by case_number, evidence.item
limit 50;
