-- Orders of sample clips that wait for their film; the number is the clip's place in the programme.
create table sample_order (
    -- checked at the end of the transaction that orders the clip
    generation_id uuid primary key references generation (id) deferrable initially deferred,
    clip          integer not null
);
