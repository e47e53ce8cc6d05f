-- Which rationales rely on something that is not documented? An appeal would look for it in the file.
with sentences as (
  select case_number, item, text, unnest(regexp_extract_all(rationale, '[^.]+\.')) as sentence
  from 'parquet/items.parquet'
  where decision = 'upheld' and case_rank = 1
)
select case_number, item, text, trim(sentence) as sentence
from sentences
where regexp_matches(sentence, '\b(no|not|nor|neither|nothing|without|lacks?)\b', 'i')
  and regexp_matches(sentence, '\b(document|record|note|file|mention|shown?\b)', 'i')
order by case_number, item, sentence
limit 50;
