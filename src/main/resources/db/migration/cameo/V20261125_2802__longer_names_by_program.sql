-- as long as the Videos protocol lets a character's name be
alter table cameo
    drop constraint cameo_name_check,
    add constraint cameo_name_check check (length(name) between 1 and 80);
