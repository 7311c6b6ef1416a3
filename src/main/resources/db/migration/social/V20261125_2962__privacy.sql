-- who may see what of somebody; no row stands for what everybody begins with
create table privacy (
    account uuid not null references account (id) on delete cascade,
    part    text not null check (part in ('PROFILE', 'FOUND', 'FOLLOWED', 'FOLLOWERS', 'MENTIONS')),
    circle  text not null check (circle in ('WORLD', 'MEMBERS', 'FOLLOWERS', 'FOLLOWED', 'NOBODY')),
    primary key (account, part)
);
