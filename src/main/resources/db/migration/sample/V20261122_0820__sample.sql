-- Orders of sample clips that wait for their film; the number is the clip's place in the programme.
create table sample_order (
    generation_id uuid primary key references generation (id),
    clip          integer not null
);
