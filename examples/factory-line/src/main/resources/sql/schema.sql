create sequence if not exists serial_numbers start with 1001;
create sequence if not exists unknown_boards start with 1;

create table if not exists board (
    work_order varchar(40) not null,
    uid varchar(32) not null,
    serial_number varchar(40) unique,
    result varchar(10) not null,
    reason varchar(1000),
    advice varchar(1000),
    firmware varchar(20),
    calibration varchar(20),
    attempts int not null,
    first_seen timestamp(3) with time zone not null,
    finished timestamp(3) with time zone,
    primary key (work_order, uid)
);

create index if not exists board_finished on board (work_order, finished);

create table if not exists attempt (
    id bigint generated always as identity primary key,
    work_order varchar(40) not null,
    uid varchar(32),
    address varchar(200) not null,
    began timestamp(3) with time zone not null,
    ended timestamp(3) with time zone not null,
    result varchar(10) not null,
    firmware varchar(20),
    reason varchar(1000),
    advice varchar(1000)
);
