update board
set result = :#${exchangeProperty.result}, reason = :#${exchangeProperty.reason}, advice = :#${exchangeProperty.advice},
    firmware = coalesce(:#${exchangeProperty.firmware}, firmware), calibration = :#${exchangeProperty.offset},
    attempts = attempts + 1, finished = current_timestamp
where work_order = :#${exchangeProperty.order[number]} and uid = :#${exchangeProperty.uid}
