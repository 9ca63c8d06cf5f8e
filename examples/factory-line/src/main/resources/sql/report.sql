select (select count(*) from board where first_seen >= :#${body}) as "records",
       (select count(*) from board where first_seen >= :#${body} and result = 'pass') as "passed",
       (select count(*) from board where first_seen >= :#${body} and result = 'fail') as "failed",
       (select count(*) from board where first_seen >= :#${body} and serial_number is null) as "unknown",
       count(*) as "attempts",
       count(*) filter (where result = 'fail') as "failures",
       count(*) filter (where result = 'fail' and length(reason) > 0 and length(advice) > 0) as "explained",
       count(*) filter (where firmware = 'upgraded') - count(distinct case when firmware = 'upgraded' then uid end)
           as "flashedTwice",
       count(*) filter (where result = 'known') as "turnedAway"
from attempt
where began >= :#${body}
