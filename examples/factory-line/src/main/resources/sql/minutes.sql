select cast(extract(epoch from begun) as bigint) as "at",
       count(*) filter (where result = 'pass') as "passed",
       count(*) filter (where result = 'fail') as "failed"
from (select date_trunc(minute, finished) as begun, result
      from board
      where work_order = :#${variable.global:order[number]} and finished is not null)
group by begun
order by begun
