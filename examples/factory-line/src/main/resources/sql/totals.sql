select count(*) filter (where result = 'pass') as "passed",
       count(*) filter (where result = 'fail') as "failed",
       count(*) filter (where serial_number is null) as "unknown",
       count(*) filter (where finished > dateadd(second, -600, current_timestamp)) * 3600
           / greatest(60, least(600, coalesce(datediff(second, min(first_seen), current_timestamp), 600))) as "perHour"
from board
where work_order = :#${variable.global:order[number]}
